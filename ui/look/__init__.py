"""How the window looks: colours, style sheet, fonts and icons."""
