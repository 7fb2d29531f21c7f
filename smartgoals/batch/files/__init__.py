"""Files of goals: a module a format, each with a source that reads it and a writer."""
