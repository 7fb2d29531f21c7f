"""Metrics, channels and teams that every language shares, and how metrics feed one another."""

from smartgoals.ontology.loader import Metric, Ontology, ontology

__all__ = ["Metric", "Ontology", "ontology"]
