-- How each source stands to each claim; what it says of one again and again in the same way is one edge.
SELECT 'says:' || brief(source) || ':' || brief(claim) || ':' || stance || CASE WHEN affirms THEN '' ELSE ':not' END AS id,
    brief(source) AS start, brief(claim) AS end, stance AS label, stance AS kind, tint(min(party_name)) AS colour,
    count(*) AS weight, list(DISTINCT spell) AS spells, min(party_name) AS party, affirms, count(*) AS statements,
    min(coalesce(said_from, published_from))::VARCHAR AS first_day, max(coalesce(said_to, published_by))::VARCHAR AS last_day
FROM told SEMI JOIN speakers ON speakers.id = source
GROUP BY source, claim, stance, affirms ORDER BY kind, id
