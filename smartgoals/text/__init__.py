"""Characters and tokens: everything that is read before a word has a meaning."""
