-- Those who speak and have a name, as in the matrix of who agrees with whom; others are met in one document only.
SELECT brief(id) AS id, name AS label, 'source' AS kind, tint(party) AS colour, sized(statements) AS size, spells, party,
    statements, agent
FROM voices JOIN speakers USING (id) WHERE named ORDER BY id
