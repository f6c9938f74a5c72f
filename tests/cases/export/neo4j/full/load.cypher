// Put nodes.csv and edges.csv into the import folder of the database, then run this file,
// as by: cypher-shell -f load.cypher. Running it again changes nothing.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.kind = 'source'
MERGE (n:Thing {id: row.id})
SET n:Source, n.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    n.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    n.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    n.size = toInteger(row.size),
    n.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    n.statements = toInteger(row.statements),
    n.agent = CASE row.agent WHEN '' THEN null ELSE row.agent END,
    n.text = CASE row.text WHEN '' THEN null ELSE row.text END,
    n.verdict = CASE row.verdict WHEN '' THEN null ELSE row.verdict END,
    n.origins = toInteger(row.origins),
    n.place = CASE row.place WHEN '' THEN null ELSE row.place END,
    n.lat = toFloat(row.lat),
    n.lon = toFloat(row.lon),
    n.degrees_of = CASE row.degrees_of WHEN '' THEN null ELSE row.degrees_of END,
    n.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    n.published = CASE row.published WHEN '' THEN null ELSE row.published END;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.kind = 'claim'
MERGE (n:Thing {id: row.id})
SET n:Claim, n.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    n.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    n.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    n.size = toInteger(row.size),
    n.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    n.statements = toInteger(row.statements),
    n.agent = CASE row.agent WHEN '' THEN null ELSE row.agent END,
    n.text = CASE row.text WHEN '' THEN null ELSE row.text END,
    n.verdict = CASE row.verdict WHEN '' THEN null ELSE row.verdict END,
    n.origins = toInteger(row.origins),
    n.place = CASE row.place WHEN '' THEN null ELSE row.place END,
    n.lat = toFloat(row.lat),
    n.lon = toFloat(row.lon),
    n.degrees_of = CASE row.degrees_of WHEN '' THEN null ELSE row.degrees_of END,
    n.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    n.published = CASE row.published WHEN '' THEN null ELSE row.published END;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.kind = 'document'
MERGE (n:Thing {id: row.id})
SET n:Document, n.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    n.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    n.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    n.size = toInteger(row.size),
    n.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    n.statements = toInteger(row.statements),
    n.agent = CASE row.agent WHEN '' THEN null ELSE row.agent END,
    n.text = CASE row.text WHEN '' THEN null ELSE row.text END,
    n.verdict = CASE row.verdict WHEN '' THEN null ELSE row.verdict END,
    n.origins = toInteger(row.origins),
    n.place = CASE row.place WHEN '' THEN null ELSE row.place END,
    n.lat = toFloat(row.lat),
    n.lon = toFloat(row.lon),
    n.degrees_of = CASE row.degrees_of WHEN '' THEN null ELSE row.degrees_of END,
    n.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    n.published = CASE row.published WHEN '' THEN null ELSE row.published END;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row.kind = 'place'
MERGE (n:Thing {id: row.id})
SET n:Place, n.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    n.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    n.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    n.size = toInteger(row.size),
    n.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    n.statements = toInteger(row.statements),
    n.agent = CASE row.agent WHEN '' THEN null ELSE row.agent END,
    n.text = CASE row.text WHEN '' THEN null ELSE row.text END,
    n.verdict = CASE row.verdict WHEN '' THEN null ELSE row.verdict END,
    n.origins = toInteger(row.origins),
    n.place = CASE row.place WHEN '' THEN null ELSE row.place END,
    n.lat = toFloat(row.lat),
    n.lon = toFloat(row.lon),
    n.degrees_of = CASE row.degrees_of WHEN '' THEN null ELSE row.degrees_of END,
    n.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    n.published = CASE row.published WHEN '' THEN null ELSE row.published END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'stated'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:STATED {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'passed'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:PASSED {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'published'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:PUBLISHED {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'carried'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:CARRIED {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'at'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:AT {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
WITH row WHERE row.kind = 'contradicts'
MATCH (a:Thing {id: row.start})
MATCH (b:Thing {id: row.end})
MERGE (a)-[e:CONTRADICTS {id: row.id}]->(b)
SET e.label = CASE row.label WHEN '' THEN null ELSE row.label END,
    e.kind = CASE row.kind WHEN '' THEN null ELSE row.kind END,
    e.colour = CASE row.colour WHEN '' THEN null ELSE row.colour END,
    e.weight = toInteger(row.weight),
    e.party = CASE row.party WHEN '' THEN null ELSE row.party END,
    e.stance = CASE row.stance WHEN '' THEN null ELSE row.stance END,
    e.affirms = CASE row.affirms WHEN '' THEN null ELSE row.affirms = 'true' END,
    e.narrated = CASE row.narrated WHEN '' THEN null ELSE row.narrated = 'true' END,
    e.interest = CASE row.interest WHEN '' THEN null ELSE row.interest END,
    e.said_on = CASE row.said_on WHEN '' THEN null ELSE row.said_on END,
    e.via = CASE row.via WHEN '' THEN null ELSE row.via END,
    e.quote = CASE row.quote WHEN '' THEN null ELSE row.quote END,
    e.url = CASE row.url WHEN '' THEN null ELSE row.url END,
    e.document = CASE row.document WHEN '' THEN null ELSE row.document END,
    e.reason = CASE row.reason WHEN '' THEN null ELSE row.reason END;
