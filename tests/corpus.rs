//! The corpus as the person decides what belongs to an article: every result follows, and goes back with the decision.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use serde_json::Value;
use warraq::container::{Options, open};
use warraq::{Corpus, Error, Settings};

/// A story as a portal shows it, with a teaser for another under it.
const PORTAL: &str = "افتتاح مرصد فلكي جديد في نزوى
قال مدير المرصد كريم الحوسني إن العمل يبدأ في مارس المقبل بعد وصول العدسة الكبيرة من اليابان إلى ميناء صحار.
وأضاف الحوسني: «سننظر إلى السماء كل ليلة صافية من هذا الجبل، وندعو طلاب المدارس إلى زيارتنا».
اقرأ أيضا: وفد من موسكو يصل إلى القاهرة في 5 مايو 2021
";

fn corpus(files: &[(&str, &str)]) -> Corpus {
    let mut corpus = Corpus::new(Settings::default());
    for (name, text) in files {
        corpus.add(name, text.as_bytes(), None).unwrap();
    }
    corpus
}

fn report(corpus: &mut Corpus) -> Value {
    serde_json::to_value(corpus.report()).unwrap()
}

fn names(report: &Value) -> Vec<&str> {
    let entities = report["entities"].as_array().unwrap();
    let mut names: Vec<&str> = entities.iter().map(|e| e["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    names
}

fn terms(report: &Value) -> Vec<&str> {
    let keywords = report["keywords"].as_array().unwrap();
    keywords.iter().map(|k| k["term"].as_str().unwrap()).collect()
}

fn kinds(report: &Value) -> Vec<String> {
    let blocks = report["documents"][0]["blocks"].as_array().unwrap();
    let said = |block: &Value| {
        let (kind, reason) = (block["kind"].as_str().unwrap(), block["reason"].as_str().unwrap());
        format!("{kind} {reason}")
    };
    blocks.iter().map(said).collect()
}

#[test]
fn a_block_taken_out_takes_everything_with_it() {
    let mut corpus = corpus(&[("a.txt", PORTAL)]);
    let found = report(&mut corpus);
    let document = &found["documents"][0];
    assert_eq!(
        kinds(&found),
        ["title headline", "body ", "body ", "furniture related"]
    );
    assert_eq!(document["quotes"].as_array().unwrap().len(), 2);
    assert!(terms(&found).contains(&"الجبل"), "{:?}", terms(&found));

    corpus.set_block(0, 2, Some(false)).unwrap();
    let without = report(&mut corpus);
    assert_eq!(kinds(&without)[2], "furniture person");
    let document = &without["documents"][0];
    assert_eq!(document["quotes"].as_array().unwrap().len(), 1);
    assert!(!terms(&without).contains(&"الجبل"), "{:?}", terms(&without));
    let words = |report: &Value| report["documents"][0]["words"].as_u64().unwrap();
    assert_eq!(words(&found) - words(&without), 16);

    corpus.set_block(0, 2, None).unwrap();
    assert_eq!(report(&mut corpus), found, "as the program found it");
}

#[test]
fn a_block_brought_back_is_read() {
    let mut corpus = corpus(&[("a.txt", PORTAL)]);
    let found = report(&mut corpus);
    assert!(!names(&found).contains(&"موسكو"), "{:?}", names(&found));

    corpus.set_block(0, 3, Some(true)).unwrap();
    let with = report(&mut corpus);
    assert_eq!(kinds(&with)[3], "body person");
    assert!(names(&with).contains(&"موسكو") && names(&with).contains(&"القاهرة"));
    assert!(terms(&with).contains(&"وفد"), "{:?}", terms(&with));
    let dates = with["documents"][0]["dates"].as_array().unwrap();
    assert!(
        dates.iter().any(|date| date["value"] == "2021-05-05"),
        "{dates:?}"
    );

    // Out again is what the program found, and says its reason.
    corpus.set_block(0, 3, Some(false)).unwrap();
    assert_eq!(kinds(&report(&mut corpus)), kinds(&found));
    assert_eq!(names(&report(&mut corpus)), names(&found));
}

#[test]
fn copies_follow() {
    let teaser = "اقرأ أيضا: ";
    let story = "رست صباح أمس في ميناء طرطوس ثلاث سفن محملة بالقمح القادم من رومانيا، وبدأ العمال تفريغ حمولتها في الصوامع القريبة قبل هبوب العاصفة التي تحدث عنها مركز الأرصاد الجوية.";
    let a = format!("سفن القمح ترسو في طرطوس\n{story}\n");
    let b =
        format!("العاصفة تقترب من الساحل\nيستعد الصيادون على الساحل لعاصفة كبيرة يوم غد.\n{teaser}{story}\n");
    let mut corpus = corpus(&[("a.txt", &a), ("b.txt", &b)]);
    assert_eq!(corpus.report().duplicates, []);
    corpus.set_block(1, 2, Some(true)).unwrap();
    assert_eq!(corpus.report().duplicates[0].stories, [(0, 0), (1, 0)]);
}

#[test]
fn a_headline_taken_out_is_no_headline() {
    let mut corpus = corpus(&[("a.txt", PORTAL)]);
    corpus.set_block(0, 0, Some(false)).unwrap();
    assert_eq!(
        report(&mut corpus)["documents"][0]["stories"][0]["title"],
        Value::Null
    );
    corpus.set_block(0, 0, Some(true)).unwrap();
    assert_eq!(kinds(&report(&mut corpus))[0], "title headline");
}

#[test]
fn a_file_read_in_another_encoding_keeps_its_id_and_what_was_decided() {
    let windows = encode_windows_1256(PORTAL);
    let mut corpus = Corpus::new(Settings::default());
    let id = corpus
        .add("a.txt", &windows, Some("iso-8859-6"))
        .unwrap()
        .documents[0];
    corpus.set_block(id, 3, Some(true)).unwrap();
    let garbled = report(&mut corpus);
    assert_ne!(garbled["documents"][0]["text"], PORTAL);

    assert_eq!(read_again(&mut corpus, id, &windows, None), Ok(true));
    let read = report(&mut corpus);
    let document = &read["documents"][0];
    assert_eq!(
        (&document["id"], &document["text"], &document["encoding"]),
        (&id.into(), &PORTAL.into(), &"windows-1256".into())
    );
    assert_eq!(
        document["encoding_alternatives"],
        serde_json::json!(["iso-8859-6", "utf-8"])
    );
    assert_eq!(kinds(&read)[3], "body person", "the decision holds");
    assert!(names(&read).contains(&"موسكو"));
    assert!(
        terms(&read)
            .iter()
            .all(|term| !terms(&garbled).contains(term) || names(&read).contains(term))
    );

    // A wrong choice that leaves fewer lines takes the decisions with it; one that cannot be read changes nothing.
    assert_eq!(read_again(&mut corpus, id, &windows, Some("utf-16le")), Ok(false));
    assert_eq!(
        read_again(&mut corpus, id, &windows, Some("windows-1256")),
        Ok(false)
    );
    let again = report(&mut corpus);
    assert_eq!(kinds(&again)[3], "furniture related");
    assert!(matches!(
        read_again(&mut corpus, id, &windows, Some("koi8-r")),
        Err(Error::UnknownEncoding(_))
    ));
    assert_eq!(read_again(&mut corpus, id, b"", None), Err(Error::Empty));
    assert_eq!(
        read_again(&mut corpus, id + 1, &windows, None),
        Err(Error::UnknownDocument(id + 1))
    );
    assert_eq!(report(&mut corpus), again);
}

fn read_again(corpus: &mut Corpus, id: u32, bytes: &[u8], encoding: Option<&str>) -> Result<bool, Error> {
    let options = Options {
        encoding: encoding.map(str::parse).transpose()?,
        ..Options::default()
    };
    let draft = open("a.txt", bytes.to_vec(), options)?.next().unwrap();
    corpus.read_again(id, draft.unwrap())
}

/// The bytes of Arabic text in windows-1256, as far as the tests need them.
fn encode_windows_1256(text: &str) -> Vec<u8> {
    const LETTERS: &str = "ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك";
    let code = |c: char| match c {
        c if c.is_ascii() => c as u8,
        'ل' => 0xE1,
        'م' => 0xE3,
        'ن' => 0xE4,
        'ه' => 0xE5,
        'و' => 0xE6,
        'ى' => 0xEC,
        'ي' => 0xED,
        '«' => 0xAB,
        '»' => 0xBB,
        '،' => 0xA1,
        c => 0xC1 + LETTERS.chars().position(|letter| letter == c).unwrap() as u8,
    };
    text.chars().map(code).collect()
}

#[test]
fn what_is_not_there_is_refused() {
    let mut corpus = corpus(&[("a.txt", PORTAL)]);
    assert_eq!(corpus.set_block(0, 4, Some(true)), Err(Error::UnknownBlock(4)));
    assert_eq!(corpus.set_block(1, 0, None), Err(Error::UnknownDocument(1)));
}

#[test]
fn key_words_do_not_depend_on_which_article_came_first() {
    let a = ("a.txt", "افتتاح سوق\nباع الخزافون جرارا وأباريق في السوق القديم.");
    let b = ("b.txt", "موسم العنب\nقطف المزارعون العنب والتين قبل المطر.");
    let [first, second] = [[a, b], [b, a]].map(|files| report(&mut corpus(&files)));
    assert!(terms(&first).len() > 5);
    assert_eq!(terms(&first), terms(&second));
}

/// Articles of words that no other has, so many that the corpus forgets the words of those that went.
#[test]
fn nothing_is_left_of_what_went() {
    let text = |n: usize| {
        let own = (0..40).map(|word| format!("ب{}ت{} ", "ج".repeat(n), "د".repeat(word)));
        format!("خبر الجسر {n}\nزاد العمل في الجسر، و{}", own.collect::<String>())
    };
    let added = |range: std::ops::Range<usize>| {
        let mut corpus = Corpus::new(Settings::default());
        corpus.skip_to(range.start as u32);
        for n in range {
            corpus.add(&format!("{n}.txt"), text(n).as_bytes(), None).unwrap();
        }
        corpus
    };
    let (mut changed, mut fresh) = (added(0..40), added(35..40));
    (0..35).for_each(|id| changed.remove(id).unwrap());
    assert_eq!(report(&mut changed), report(&mut fresh));
    let words = |corpus: &Corpus| serde_json::to_value(corpus.words(&[], 1).unwrap()).unwrap();
    assert_eq!(words(&changed), words(&fresh));
    assert_eq!(
        changed.ngrams(&[], 2, 2).unwrap(),
        fresh.ngrams(&[], 2, 2).unwrap()
    );
    assert_eq!(changed.richness(&[]).unwrap(), fresh.richness(&[]).unwrap());

    let again = changed.add("0.txt", text(0).as_bytes(), None).unwrap();
    assert_eq!(again.documents, [40], "what went may come again");
}

#[test]
fn the_documents_of_a_report_can_be_taken_one_by_one() {
    let mut corpus = corpus(&[("a.txt", PORTAL), ("b.txt", "وصل الوفد إلى بكين أمس.")]);
    let whole = report(&mut corpus);
    let mut documents = Vec::new();
    let rest = corpus.report_to(|document| documents.push(document));
    assert_eq!(serde_json::to_value(documents).unwrap(), whole["documents"]);
    let mut rest = serde_json::to_value(rest).unwrap();
    rest["documents"] = whole["documents"].clone();
    assert_eq!(rest, whole);
}
