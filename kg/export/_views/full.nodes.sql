-- Sources, claims, documents and places. Whatever an edge runs between is there on the days of the edge.
WITH carried AS (
    SELECT document AS id, count(*) AS statements, list_append(list(DISTINCT spell), any_value(printed)) AS spells
    FROM told GROUP BY document
),
heard AS (
    FROM voices
    UNION ALL BY NAME
    SELECT chains.source AS id, list(DISTINCT spell) AS spells FROM chains JOIN told ON told.statement = said GROUP BY chains.source
    UNION ALL BY NAME SELECT publisher AS id, flatten(list(spells)) AS spells FROM shown LEFT JOIN carried USING (id) GROUP BY publisher
),
held AS (SELECT place AS id, count(*) AS number FROM spots WHERE claim IN (SELECT id FROM topics) GROUP BY place),
one AS (SELECT id, max(statements) AS statements, list_distinct(flatten(list(spells))) AS spells FROM heard GROUP BY id),
all_nodes AS (
    SELECT 1 AS rank, brief(id) AS id, name AS label, 'source' AS kind, tint(party) AS colour,
        sized(coalesce(statements, 1)) AS size, spells, party, coalesce(statements, 0) AS statements, agent
    FROM one JOIN speakers USING (id)
    UNION ALL BY NAME FROM claim_nodes
    UNION ALL BY NAME
    SELECT 3 AS rank, brief(id) AS id, coalesce(headline, local_id, url, brief(id)) AS label, 'document' AS kind,
        tint(NULL) AS colour, sized(coalesce(statements, 1)) AS size, spells, headline AS text,
        coalesce(statements, 0) AS statements, url, published
    FROM shown LEFT JOIN carried USING (id)
    UNION ALL BY NAME
    SELECT 4 AS rank, brief(id) AS id, name AS label, 'place' AS kind, tint(NULL) AS colour, sized(number) AS size, lat, lon,
        degrees_of
    FROM held JOIN located USING (id)
)
SELECT * EXCLUDE rank FROM all_nodes ORDER BY rank, id
