-- contested-claims.rq from the table of statements.
-- ids: claim
WITH contested AS (
    SELECT claim, text FROM claims WHERE verdict = 'contested'
),
near AS (  -- what says the same, what entails it and what it entails
    SELECT claim, claim AS other, 'same' AS decision FROM contested
    UNION SELECT claim, links.other, decision FROM links JOIN contested ON claim = one WHERE decision <> 'entails'
    UNION SELECT claim, links.one, decision FROM links JOIN contested ON claim = links.other WHERE decision <> 'entails'
    UNION SELECT claim, links.one, 'entails' FROM links JOIN contested ON claim = links.other WHERE decision = 'entails'
    UNION SELECT claim, links.other, 'entailed' FROM links JOIN contested ON claim = one WHERE decision = 'entails'
),
sides AS (
    SELECT near.claim,
        string_agg(DISTINCT source_name, ', ' ORDER BY source_name)
            FILTER (affirms AND decision IN ('same', 'entails')) AS affirmed_by,
        string_agg(DISTINCT source_name, ', ' ORDER BY source_name)
            FILTER (NOT affirms AND decision IN ('same', 'entailed')) AS denied_by
    FROM near JOIN statements ON statements.claim = near.other
    GROUP BY near.claim
),
against AS (
    SELECT near.claim, string_agg(DISTINCT claims.text, '; ' ORDER BY claims.text) AS contradicted_by
    FROM near JOIN claims ON claims.claim = near.other
    SEMI JOIN (SELECT claim FROM statements WHERE affirms) AS affirmed ON affirmed.claim = near.other
    WHERE decision = 'contradicts' AND near.other <> near.claim
    GROUP BY near.claim
)
SELECT text AS claim_text, affirmed_by, denied_by, contradicted_by, claim
FROM contested LEFT JOIN sides USING (claim) LEFT JOIN against USING (claim)
ORDER BY claim_text, claim
