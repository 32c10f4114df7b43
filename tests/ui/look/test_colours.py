from dataclasses import asdict

import pytest

from ui.look.colours import DARK, LIGHT, Tone

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
ENOUGH = 4.5


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@THEMES
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "selection"])
@pytest.mark.parametrize("text", ["text", "muted"])
def test_text_is_readable_on_every_ground(colours, text, ground):
    shown = asdict(colours)
    assert contrast(shown[text], shown[ground]) >= ENOUGH


@THEMES
@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_readable_on_its_own_ground_and_on_the_surface(colours, tone):
    pair = colours.tone(tone)
    assert contrast(pair.text, pair.ground) >= ENOUGH
    assert contrast(pair.text, colours.surface) >= ENOUGH


@THEMES
def test_values_stay_readable_on_the_grounds_of_differences(colours):
    for ground in (colours.warn.ground, colours.info.ground):
        assert contrast(colours.text, ground) >= ENOUGH
        assert contrast(colours.info.text, ground) >= ENOUGH


@THEMES
def test_the_main_button_is_readable(colours):
    assert contrast(colours.on_accent, colours.accent) >= ENOUGH
    assert contrast(colours.on_accent, colours.accent_hover) >= ENOUGH
