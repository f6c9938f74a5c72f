-- single-source-claims.rq from the table of statements.
-- ids: claim
SELECT claims.text AS claim_text, coalesce(origin_name, CASE WHEN origin IS NULL THEN source_name END) AS speaker,
    count(DISTINCT publisher)::INTEGER AS carriers, min(coalesce(said_on, 'unknown')) AS first_said, claim
FROM claims JOIN statements USING (claim)
WHERE verdict = 'uncorroborated' AND affirms AND ($narrated OR NOT narrated) AND speaker IS NOT NULL
GROUP BY claim, claim_text, speaker
ORDER BY carriers DESC, claim_text, speaker, claim
