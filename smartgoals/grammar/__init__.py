"""Rules over classes of words; no word of any language stands here.

Each package builds only on those before it, and on the modules beside them: `clauses`, `numbers`, `dates`, `verbs`,
`things`, `roles`, `sources`, `targets`.
"""
