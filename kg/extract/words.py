"""Closed classes of English words that the rules of attribution use; no name of anybody is among them."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'’.-]+", words))


PERSONAL = _set("he she i we they it you who")
PERSON_PRONOUNS = _set("he she i who")
PLURAL_PRONOUNS = _set("they we")
THING_PRONOUNS = _set("it this that which")
RELATIVES = _set("who which that whom")
COMPLEMENTIZERS = _set("that whether if how why what")
SUBORDINATORS = _set("while after before when if because since until although though unless where whereas once")
COORDINATORS = _set("and but while or as although though yet whereas")
DAYS_AND_MONTHS = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. today yesterday "
    "tonight tomorrow earlier later week month year morning afternoon evening night noon day days weeks months"
)
OPENING_ADVERBS = _set("also then later earlier previously recently meanwhile separately never")
ADDRESSING = _set("tell inform brief notify assure reassure remind")
MAKING = _set("make issue release repeat express voice give send deliver post publish have file raise")
WITHHOLDING = _set("decline refuse")
SPEAKING = _set(
    "comment confirm deny say answer discuss speak elaborate respond disclose reveal tell explain identify give name"
)
UNKNOWN = _set("unclear unknown uncertain unsure")
KNOWN = _set("clear known certain sure tell say verify")
HARD = _set("hard difficult impossible early")
ASKED = _set("whether if how what who when where why which")
COMMANDING = _set("order direct")
HEARSAY = _set("say report rumor rumour allege know understand")
CALLING = _set("call describe label brand term deem dub characterise characterize portray depict condemn denounce")
UNTRUE = _set(
    "false untrue inaccurate incorrect wrong exaggerated overstated misleading baseless unfounded groundless "
    "fabricated fabrication fabrications bogus fake lie lies propaganda nonsense rumor rumors rumour rumours absurd"
)
HEARERS = _set(
    "reporters journalists newsmen correspondents media press conference briefing lawmakers parliament supporters "
    "followers viewers listeners readers audience crowd"
)
STATEMENT_NOUNS = _set(
    "statement report tweet letter post message release communique communiqué memo email interview bulletin dispatch "
    "article document declaration speech account broadcast video recording audio note blog column editorial"
)
OWN_TEXTS = _set("article story report post dispatch item piece page")  # that "this" calls what is being read
EARLIER = _set("earlier previous prior original first former")
VERSIONS = _set("version edition")
ROLES = _set(
    "spokesman spokeswoman spokesperson official officer commander general minister secretary president chairman "
    "chairwoman chair chief head director leader governor mayor senator representative lawmaker ambassador envoy "
    "diplomat analyst expert professor researcher economist author doctor judge lawyer attorney prosecutor detective "
    "sheriff captain colonel major lieutenant sergeant brigadier admiral marshal soldier fighter resident witness "
    "villager farmer teacher student activist adviser advisor aide deputy manager executive founder owner coach "
    "coordinator strategist pollster candidate nominee congressman congresswoman councilman councillor king queen "
    "prince princess pope bishop cardinal priest imam cleric sheikh rabbi pastor reverend patriarch premier chancellor "
    "journalist reporter correspondent editor columnist historian scientist scholar nurse surgeon physician engineer "
    "man woman boy girl mother father wife husband son daughter brother sister friend neighbor neighbour survivor "
    "victim source insider veteran voter supporter member rebel militant insurgent deputy representative speaker "
    "inspector superintendent constable warden ranger whistleblower baker shopkeeper builder firefighter trader driver "
    "pilot coroner"
)
TITLES = ROLES | _set(
    "mr mr. mrs mrs. ms ms. dr dr. gen gen. maj maj. col col. lt lt. sgt sgt. capt capt. brig brig. cmdr cmdr. adm "
    "adm. sen sen. rep rep. gov gov. prof prof. rev rev. sir lord lady dame st. staff first second vice prime foreign "
    "defense defence interior army air force police field rear warrant master corporal private former acting then ex "
    "brigadier-general major-general lieutenant-general senior deputy assistant chief attorney u.s. us state"
)
ORGANIZATIONS = _set(
    "ministry army military police government agency command forces force group state council party union nations "
    "university department office bureau committee commission organization organisation movement front brigade "
    "division battalion corps service services authority authorities company corporation firm bank institute "
    "institution association federation league court parliament senate house congress cabinet administration "
    "coalition alliance campaign center centre mission headquarters embassy consulate navy militia staff board "
    "directorate unit units hospital school church charity foundation network society team club regime faction wing "
    "cell media watchdog monitor observatory presidency operation operations jury committee panel forum fund trust "
    "chamber inspectorate academy"
)
BODIES = _set(  # nouns for any body that was named
    "group organization organisation movement company firm union party charity club body agency league alliance network"
)
FEMALE = _set(
    "spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman woman girl mother wife daughter "
    "sister grandmother widow queen princess mrs ms miss lady dame actress nun"
)
MALE = _set(
    "spokesman chairman congressman councilman policeman businessman fireman man boy father husband son brother "
    "grandfather widower king prince mr sir lord pope bishop cardinal priest imam"
)
BUSINESSES = _set(
    "foods chemicals securities holdings inc inc. ltd ltd. plc llc co co. corp corp. motors airlines airways energy "
    "oil petroleum mining pharmaceuticals industries systems technologies partners insurance telecom telecoms "
    "enterprises international capital stores brands logistics shipping rail water electric media records"
)
BROADCASTING = _set("radio tv television")
GOVERNING = _set("ministry department office union nations command")
OUTLETS = _set(
    "news agency times post tv television radio network press herald daily journal tribune gazette website newspaper "
    "channel magazine outlet broadcaster paper weekly globe guardian mail mirror sun chronicle telegraph observer "
    "examiner monitor review today media site portal blog station wire bulletin courier dispatch"
)
UNNAMED_PLURALS = _set(
    "officials officers commanders residents witnesses sources people villagers soldiers fighters analysts experts "
    "lawmakers critics supporters opponents activists diplomats leaders members reporters journalists doctors medics "
    "observers locals refugees survivors relatives families militants rebels insurgents troops aides advisers advisors "
    "economists scientists researchers voters respondents prosecutors lawyers investigators "
    "spokesmen spokespeople authorities others many some several both most those percent"
)
DISTANCING = _set("so-called alleged purported self-styled self-proclaimed")
HEDGES_PROBABLE = _set("likely probably reportedly apparently presumably seemingly believed thought expected appears")
HEDGES_POSSIBLE = _set("may might could possibly perhaps maybe allegedly purportedly unconfirmed supposedly")
