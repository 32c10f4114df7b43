"""What keeps the project in order: texts, set-up, pins; nothing here ships."""
