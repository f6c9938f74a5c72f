"""Rules of a graph that SHACL is too weak or too slow for; each is a SPARQL query that finds the nodes at fault."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what is wrong where it fails, and the query for the nodes (`?node`) at fault."""

    name: str
    message: str
    query: str


RULES = (
    Rule(
        "claim-triple",
        "A claim has exactly one triple in the graph named by it",
        """SELECT ?node WHERE {
          ?node a kg:Claim .
          OPTIONAL { GRAPH ?node { ?s ?p ?o } }
        } GROUP BY ?node HAVING (COUNT(?s) != 1)""",
    ),
    Rule(
        "claim-parts",
        "The subject, predicate and object of a claimed triple are all IRIs",
        "SELECT DISTINCT ?node WHERE { GRAPH ?node { ?s ?p ?o } FILTER (!isIRI(?s) || !isIRI(?o)) }",
    ),
    Rule(
        "named-graph-is-claim",
        "Every named graph is a claim",
        "SELECT DISTINCT ?node WHERE { GRAPH ?node { ?s ?p ?o } FILTER NOT EXISTS { ?node a kg:Claim } }",
    ),
    Rule(
        "no-blank-node",
        "A graph has no blank nodes; give the thing an IRI",
        """SELECT DISTINCT ?node WHERE {
          { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }
          FILTER (isBlank(?s) || isBlank(?o))
          BIND (IF(isBlank(?s) && isIRI(?o), ?o, ?s) AS ?node)
        }""",
    ),
    Rule(
        "span-length",
        "A span is as long as the words it quotes",
        """SELECT ?node WHERE {
          ?node oa:start ?start ; oa:end ?end ; oa:exact ?words .
          FILTER (STRLEN(?words) != ?end - ?start)
        }""",
    ),
    Rule(
        "report-cycle",
        "A chain of statements that pass each other on comes to an end",
        "SELECT DISTINCT ?node WHERE { ?node kg:reports+ ?node }",
    ),
    Rule(
        "revision-cycle",
        "A document is no revision of itself, not even through others",
        "SELECT DISTINCT ?node WHERE { ?node prov:wasRevisionOf+ ?node }",
    ),
    Rule(
        "agent-cycle",
        "An agent does not act on behalf of itself, not even through others",
        "SELECT DISTINCT ?node WHERE { ?node prov:actedOnBehalfOf+ ?node }",
    ),
    Rule(
        "place-cycle",
        "A place is no part of itself, not even through others",
        "SELECT DISTINCT ?node WHERE { ?node dcterms:isPartOf+ ?node }",
    ),
    Rule(
        "party-opposed-to-itself",
        "A party is not opposed to itself",
        "SELECT DISTINCT ?node WHERE { ?node kg:opposedTo ?node }",
    ),
    Rule(
        "party-opposition-mutual",
        "Parties are opposed to each other, not one to the other alone",
        "SELECT DISTINCT ?node WHERE { ?node kg:opposedTo ?other . FILTER NOT EXISTS { ?other kg:opposedTo ?node } }",
    ),
)
