"""What leaves the base in files, and what must not."""

from db.engine import reading
from rules.fields import Field
from tests.workflow import dealer
from workflow.export import frames
from workflow.load import Order, load
from workflow.mapping import guess
from workflow.progress import Silent

HEADER = "Код;ФИО;Телефон;Паспорт;СНИЛС;ВУ"
ROW = "1;Петров Иван Андреевич;89162346578;0208 765432;112-233-445 96;77 AB 654321"
DOCUMENTS = {3: Field.PASSPORT, 4: Field.SNILS, 5: Field.LICENSE_NO}


def test_findings_leave_the_base_without_the_numbers_of_personal_documents(empty, tmp_path):
    path = dealer.write(tmp_path / "sales.csv", HEADER, [ROW])
    mapping = guess(HEADER.split(";"), [ROW.split(";")], "sales")
    for index, field in DOCUMENTS.items():
        mapping = mapping.with_field(index, field)
    load(empty, Order(path, kind="sales", mapping=mapping), by="Ольга")

    with reading(empty) as connection:
        exported = frames(connection, Silent())
    files = {name: frame.write_csv() for name, frame in exported.items()}

    assert set(exported["findings"]["code"]) == {"PAS201", "SNL102", "LIC301"}
    for secret in ("765432", "0208", "112-233", "654321"):
        assert [name for name, text in files.items() if secret in text] == []
