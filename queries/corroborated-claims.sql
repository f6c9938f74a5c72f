-- corroborated-claims.rq from the table of statements.
-- ids: verdict, claim
WITH told AS (
    SELECT claim, claim AS other FROM claims
    UNION SELECT one, other FROM links WHERE decision = 'same'
    UNION SELECT other, one FROM links WHERE decision IN ('same', 'entails')
)
SELECT claims.text AS claim_text, 'https://w3id.org/claim-graph/ns#' || verdict AS verdict, origins,
    string_agg(DISTINCT source_name, ', ' ORDER BY source_name) AS affirmed_by, claim
FROM claims JOIN told USING (claim) JOIN statements ON statements.claim = told.other
WHERE verdict IN ('corroborated', 'corroborated-across-sides') AND origins >= $origins
    AND statements.affirms AND source_name IS NOT NULL
GROUP BY claim, claims.text, verdict, origins
ORDER BY origins DESC, verdict DESC, claim_text, claim
