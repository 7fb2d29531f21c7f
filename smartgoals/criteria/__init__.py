"""The five SMART criteria, each a pure function of what was read and the context."""
