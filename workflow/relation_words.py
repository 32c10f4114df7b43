"""What two cards may be to each other when they are two clients, in words."""

from resources.texts import marked

RELATIONS = {
    "spouse": marked("Husband and wife"),
    "parent_child": marked("Parent and child"),
    "former_owner": marked("Former and new owner"),
    "driver": marked("Company and its driver"),
    "namesake": marked("Namesakes"),
    "shared_contact": marked("Shared phone or e-mail"),
    "other": marked("Related otherwise"),
}
