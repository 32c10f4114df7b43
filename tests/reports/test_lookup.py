import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from reports.lookup import looked_up

IDS = st.lists(st.one_of(st.none(), st.integers(0, 30)))


@given(IDS, st.dictionaries(st.integers(1, 30), st.text("ab", max_size=2)))
def test_a_row_is_what_a_join_would_find(ids, table):
    wanted = pl.Series("id", ids, dtype=pl.Int32)
    rows = pl.DataFrame(
        {"id": list(table), "text": list(table.values())},
        schema={"id": pl.Int32, "text": pl.String},
    )

    found = looked_up(wanted, rows, "id")

    assert found.columns == ["text"]
    assert found["text"].to_list() == [table.get(one) for one in ids]
