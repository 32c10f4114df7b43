"""The nine service funnels and the geography: a file each, and what they share."""
