package language

import "unicode"

// trait is what tells a language from its neighbours, beyond what the network has learned.
type trait struct {
	scripts []*unicode.RangeTable // that it is written in
	letters string                // its alphabet, lower case, those of common loan words included; empty: all of its scripts
	words   string                // some of its most frequent small words, without apostrophes
}

// Scripts that several languages share.
var (
	latin      = []*unicode.RangeTable{unicode.Latin}
	cyrillic   = []*unicode.RangeTable{unicode.Cyrillic}
	arabic     = []*unicode.RangeTable{unicode.Arabic}
	devanagari = []*unicode.RangeTable{unicode.Devanagari}
	eastAsian  = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
)

// chinese is written without kana.
const chinese = "cmn"

// kana tell Japanese from Chinese.
var kana = []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}

// az is the whole basic alphabet.
const az = "abcdefghijklmnopqrstuvwxyz"

// serbian is written in two scripts.
const serbian = "абвгдђежзијклљмнњопрстћуфхцчџш" + "abcčćdđefghijklmnoprsštuvzž"

// traits by language, written down for this project.
var traits = map[string]trait{
	"afr": {latin, az + "êëéèôöûüîïá", "die van en het nie is in my ek jy om te op vir met hy ons sy wat kan sal moenie hierdie"},
	"ara": {arabic, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىٱ", "في من على إلى لا ما يا مع عن كل هذا هذه أنا أنت هو هي لم لن حتى بلا"},
	"aze": {latin, "abcçdeəfgğhxıijkqlmnoöprsştuüvyz", "və bu bir mən sən o ilə üçün də da ki mənim sənin nə yox var"},
	"bel": {cyrillic, "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "і ў у на не я ты мы з за да як што па мой мая твой калі дзе пра для над"},
	"ben": {[]*unicode.RangeTable{unicode.Bengali}, "", ""},
	"bul": {cyrillic, "абвгдежзийклмнопрстуфхцчшщъьюя", "и в на не да се си от за с аз ти ми ме те той ще като по без към във когато съм"},
	"cat": {latin, az + "àçèéíïòóúü", "el la els les de del i a en que un una per amb no em et és meu meva teu aquest sense quan sota"},
	"ces": {latin, az + "áčďéěíňóřšťúůýž", "a v na se je to že s z do jsem ty my jen můj moje tvůj tvoje když bez pro jako není před"},
	"ckb": {arabic, "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەھیێ", "لە بە و کە بۆ من تۆ ئەو ئەم هەر نا لەگەڵ دەکەم هەیە"},
	"cmn": {eastAsian, "", ""},
	"dan": {latin, az + "æøåé", "og i at det en den til er som på de med af for ikke jeg du mig dig vi han hun et mit din ud når alt hvor"},
	"deu": {latin, az + "äöüßé", "der die das und ich nicht du ist ein eine in den von zu mit dem mein dein auf für im am wir es wenn nach ohne kein"},
	"ell": {[]*unicode.RangeTable{unicode.Greek}, "", ""},
	"eng": {latin, az, "the of and to a in is it you that i for my on with me your be we are this not all from at don i m love out over"},
	"est": {latin, az + "äöõüšž", "ja on ei see ma sa et mu su kui oma meie mina sina veel nii kes mis ära juba ilma"},
	"eus": {latin, az + "ñçü", "eta da ez bat du dut zure nire zu ni gure hau nola non dira naiz zara bai gabe baino"},
	"fin": {latin, az + "äöåšž", "ja on ei se en sä mä kun minä sinä minun sinun että vain joka kuin niin mun sun tämä yksi"},
	"fra": {latin, az + "àâæçéèêëîïôœùûüÿ", "l d j qu n de la le les et des en un une du je tu il que pas ne est dans pour sur mon ma ton ta avec au qui sans nous ce où"},
	"hau": {latin, "abɓcdɗefghijkƙlmnorstuwyƴz", "da ya ta na a ba ne ce ga ina zan wani mai ni kai shi yau duk kuma amma"},
	"heb": {[]*unicode.RangeTable{unicode.Hebrew}, "", ""},
	"hin": {devanagari, "", "है हैं का के की को में से और ने पर हूँ हो था थी तू मैं मेरा मेरी तेरा तेरे एक नहीं ये वो भी कोई दिल हम बिना"},
	"hrv": {latin, "abcčćdđefghijklmnoprsštuvzž", "i je u se na da za ne ja ti sam si mi me te od moj moja tvoj kad s bez nije ću gdje što tko"},
	"hun": {latin, az + "áéíóöőúüű", "a az és nem egy hogy is én te van ez de meg már csak mint ha el minden vagy nincs"},
	"hye": {[]*unicode.RangeTable{unicode.Armenian}, "", ""},
	"ind": {latin, az, "yang dan di ke dari ini itu aku kau tak dengan untuk pada cinta ada tidak kita saya bukan dalam"},
	"isl": {latin, az + "áðéíóúýþæö", "og að í á er ég þú það ekki sem við með um en mig þig minn mín til frá þegar"},
	"ita": {latin, az + "àèéìîòù", "l dell un di e il la che non un una in per è mi ti con del della io tu le i si da sul mia mio tuo come senza questa sono"},
	"jpn": {eastAsian, "", ""},
	"kat": {[]*unicode.RangeTable{unicode.Georgian}, "", ""},
	"kaz": {cyrillic, "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", "мен сен бір бұл мен үшін және да де емес менің сенің ол біз не"},
	"kor": {[]*unicode.RangeTable{unicode.Hangul}, "", ""}, // what is in Han alone is not Korean
	"lit": {latin, az + "ąčęėįšųūž", "ir į iš su ne tu aš tai kad mano tavo be kaip bet yra ar apie man per tik"},
	"mar": {devanagari, "", "आहे आहेत मी तू आणि हा ही हे माझा माझी माझे तुझा तुझी ला नाही या तो ती का च्या काय असे झाले कसे"},
	"mkd": {cyrillic, "абвгдѓежзѕијклљмнњопрстќуфхцчџш", "и на во да не се од за со јас ти ми ме те го ја ќе сум си ли како што мојата мојот твојата е"},
	"nld": {latin, az + "éèëïöüó", "de het een van en in ik je is niet dat op te voor mijn met zijn er jij mij jou geen maar aan naar uit als wij"},
	"nob": {latin, az + "æøåéòô", "og i jeg det at en den til er som på de med av for ikke du meg deg vi et min din ut når hvor bare uten"},
	"pes": {arabic, "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأؤئۀ", "در به از که این با را من تو آن برای است بی تا هر یک ما ای بر می"},
	"pol": {latin, "abcdefghijklmnoprstuwyząćęłńóśźż", "i w na nie się to z do że jest ja ty mnie cię od za po dla jak mój moja twój gdy bez tylko co o"},
	"por": {latin, az + "ãõáâàçéêíóôúü", "de a o e que do da em um uma não para com os as no na eu tu meu minha você te por mais sem se dos"},
	"ron": {latin, az + "ăâîșțşţ", "de și în la nu o un mai cu pe din ce să eu tu te mă este pentru dor fără când cum meu mea"},
	"run": {latin, az, "na mu ku ni ca wa ya ba bwa kandi nta uwo iyo cane wanje uko imana"},
	"rus": {cyrillic, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "и в не на я ты с что мы как по за это мне меня тебя мой моя все так но без из от для когда где над под о"},
	"slk": {latin, az + "áäčďéíĺľňóôŕšťúýž", "a v na sa je to že s z do som ty my len môj moja moje tvoj tvoje keď bez pre ako nie pred si"},
	"spa": {latin, az + "áéíñóúü", "de la que el en y a los no un una por con mi tu se las me te lo su al es para yo sin más del como donde"},
	"srp": {[]*unicode.RangeTable{unicode.Cyrillic, unicode.Latin}, serbian, "i je u se na da за и је у се на да за не ја ти сам си ми ме те од мој моја твој кад с без није ћу где што ко"},
	"swe": {latin, az + "åäöé", "och i att det en jag på är som för inte med den du av mig dig till vi ett om han min din ut när utan mer var från"},
	"tgl": {latin, az + "ñ", "ang ng sa mga na ay ko mo at ka ako ikaw hindi kung ba lang pa si kita walang para"},
	"tur": {latin, "abcçdefgğhıijklmnoöprsştuüvyzâîû", "ve bir bu da de ben sen ne için mi gibi benim senin o yok var her ile gece aşk"},
	"ukr": {cyrillic, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "і в у на не я ти з що ми як за до та це мій моя мене тебе твій коли де без для над про від й"},
	"vie": {latin, "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ", "là và của một em anh không người trong tôi cho có yêu những khi đã mưa nhé"},
}
