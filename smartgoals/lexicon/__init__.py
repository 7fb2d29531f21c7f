"""What a language knows: its words, their forms, the classes and entities they stand for."""
