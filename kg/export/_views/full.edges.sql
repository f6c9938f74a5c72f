-- Who stated what, who passed it on, who published it, which document carries it, where the claim is, how claims meet.
WITH all_edges AS (
    SELECT 1 AS rank, brief(statement) AS id, brief(source) AS start, brief(claim) AS end, stance AS label, 'stated' AS kind,
        tint(party_name) AS colour, [spell] AS spells, party_name AS party, stance, affirms, narrated,
        nullif(interest, 'unknown') AS interest, said_on, via, quote, shown.url, brief(document) AS document
    FROM told SEMI JOIN speakers ON speakers.id = source LEFT JOIN vias ON vias.said = statement
        LEFT JOIN shown ON shown.id = document
    UNION ALL BY NAME
    SELECT 2 AS rank, brief(chains.statement) AS id, brief(chains.source) AS start, brief(claim) AS end, 'passed on' AS label,
        'passed' AS kind, [spell] AS spells
    FROM chains JOIN told ON told.statement = said SEMI JOIN speakers ON speakers.id = chains.source
    UNION ALL BY NAME
    SELECT 3 AS rank, 'published:' || brief(shown.id) AS id, brief(publisher) AS start, brief(shown.id) AS end,
        'published' AS label, 'published' AS kind
    FROM shown SEMI JOIN speakers ON speakers.id = publisher
    UNION ALL BY NAME
    SELECT 4 AS rank, 'carried:' || brief(document) || ':' || brief(claim) AS id, brief(document) AS start,
        brief(claim) AS end, 'carried' AS label, 'carried' AS kind, list(DISTINCT spell) AS spells
    FROM told WHERE document IN (SELECT id FROM shown) GROUP BY document, claim
    UNION ALL BY NAME
    SELECT 5 AS rank, 'at:' || brief(claim) AS id, brief(claim) AS start, brief(place) AS end, 'at' AS label, 'at' AS kind
    FROM spots WHERE claim IN (SELECT id FROM topics)
    UNION ALL BY NAME
    SELECT 6 AS rank, brief(id) AS id, brief(one) AS start, brief(other) AS end, decision AS label, decision AS kind,
        CASE decision WHEN 'contradicts' THEN (SELECT against FROM asked) ELSE (SELECT agreeing FROM asked) END AS colour, reason
    FROM met WHERE (SELECT everything FROM asked)
        OR one IN (SELECT id FROM topics) AND other IN (SELECT id FROM topics)
)
SELECT * EXCLUDE (rank, colour), coalesce(colour, (SELECT pale FROM asked)) AS colour FROM all_edges ORDER BY rank, kind, id
