"""Find the goals in a document: its pieces, what each piece says, and which of them are goals."""
