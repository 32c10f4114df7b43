from zipfile import ZipFile

from bench import make_demo


def contents(path):
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as book:  # another zlib packs the same sheet into other bytes
        return {name: book.read(name) for name in book.namelist()}


def test_the_shipped_sample_is_what_the_generator_makes(tmp_path):
    summary = make_demo.make(tmp_path / "files", tmp_path / "truth")
    for made, shipped in (("files", make_demo.FILES), ("truth", make_demo.TRUTH)):
        for path in (tmp_path / made).iterdir():
            assert contents(path) == contents(shipped / path.name), path.name
    assert 2800 < summary.rows["sales"] + summary.rows["service"] < 3200
    assert 200 < sum(summary.rows[source] for source in ("bookings", "claims", "surveys")) < 600
