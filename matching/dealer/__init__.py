"""What a dealer's cards are to the engine: names, contacts, addresses, cars."""
