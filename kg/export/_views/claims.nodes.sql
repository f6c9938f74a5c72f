-- Those who speak, and what they claim.
WITH all_nodes AS (
    SELECT 1 AS rank, brief(id) AS id, name AS label, 'source' AS kind, tint(party) AS colour, sized(statements) AS size, spells,
        party, statements, agent
    FROM voices JOIN speakers USING (id)
    UNION ALL BY NAME FROM claim_nodes WHERE statements > 0
)
SELECT * EXCLUDE rank FROM all_nodes ORDER BY rank, id
