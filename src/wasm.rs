//! The boundary to JavaScript, and with its folder the only file that knows of it: a corpus here, single texts in [`text`], what
//! leaves as typed columns in [`mod@columns`].
//!
//! In: options and small objects by serde-wasm-bindgen, a file as bytes. Out: small objects the same way, a report and what was asked
//! as columns (see [`crate::columns`]). What goes wrong is thrown as `{ code, message }`; a panic is printed to the console and
//! ends the instance, which the client replaces.
//!
//! `#![forbid(unsafe_code)]` holds here too: what unsafe code there is comes out of `#[wasm_bindgen]`, which the lint lets pass.

use js_sys::{Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::container::{self, Failure, Members, Options, Roles};
use crate::corpus::{self, Question, Settings, Summary};
use crate::error::Error;

mod columns;
mod text;

use columns::{Documents, in_columns};

/// What [`Corpus::prepare`] reads.
const ARTICLE: &str = "زار وزير الخارجية الفرنسي القاهرة أمس، وقال إن المحادثات كانت بناءة.";

/// A corpus, as the worker holds it.
#[wasm_bindgen]
pub struct Corpus {
    corpus: corpus::Corpus,
    /// The file being read.
    reading: Option<Members>,
}

/// How to read a file.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Choices {
    encoding: Option<String>,
    tables: Vec<(String, Roles)>,
}

/// A member of a file, read or not.
#[derive(Serialize)]
struct Step<'c> {
    done: usize,
    total: usize,
    added: Option<Summary<'c>>,
    failed: Option<Failure>,
}

#[wasm_bindgen]
impl Corpus {
    /// An empty corpus; `settings` is an object, and what it leaves out has its default.
    ///
    /// # Errors
    /// `bad-settings` where an option is of the wrong type; one that is not known is passed over.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: Option<Object>) -> Result<Corpus, JsValue> {
        std::panic::set_hook(Box::new(|panic| {
            web_sys::console::error_1(&panic.to_string().into())
        }));
        let settings = match settings {
            None => Settings::default(),
            Some(object) => serde_wasm_bindgen::from_value(object.into())
                .map_err(|why| thrown("bad-settings", &why.to_string()))?,
        };
        Ok(Corpus {
            corpus: corpus::Corpus::new(settings),
            reading: None,
        })
    }

    /// Refuses a file of `size` bytes that is too large, before it is read.
    ///
    /// # Errors
    /// `too-large`.
    #[wasm_bindgen(js_name = checkSize)]
    pub fn check_size(size: f64) -> Result<(), JsValue> {
        container::check_size(size as u64).map_err(throw)
    }

    /// Reads the tables and the model that an article needs: the first one would wait for them.
    pub fn prepare() {
        let mut corpus = corpus::Corpus::new(Settings::default());
        // What goes wrong here goes wrong again with an article, and is told then.
        let _ = corpus.add("", ARTICLE.as_bytes(), None);
    }

    /// Opens a file, in place of one opened before; `choices` is `{ encoding, tables }`, each of which may be left out;
    /// `tables` lists pairs of a table's name and its [`Roles`].
    ///
    /// # Errors
    /// Those of [`corpus::Corpus::open`]; `bad-choice` where an option is of the wrong type.
    pub fn open(&mut self, name: &str, bytes: Vec<u8>, choices: Option<Object>) -> Result<(), JsValue> {
        let options = options(choices)?;
        self.reading = None;
        self.reading = Some(self.corpus.open(name, bytes, options).map_err(throw)?);
        Ok(())
    }

    /// Reads the next member of the file opened: `{ done, total, added, failed }`, where one of the last two is null; `undefined` when
    /// all are read. `id` is the id to give, for a file of a corpus made again: not below those given before.
    ///
    /// # Errors
    /// `unknown-document`, which is a fault of the program.
    pub fn next(&mut self, id: Option<u32>) -> Result<JsValue, JsValue> {
        let Some(members) = &mut self.reading else {
            return Ok(JsValue::UNDEFINED);
        };
        let Some(member) = members.next() else {
            return Ok(JsValue::UNDEFINED);
        };
        let (done, total) = members.progress();
        self.corpus.skip_to(id.unwrap_or_default());
        let (added, failed) = match member.and_then(|draft| self.corpus.take(draft)) {
            Ok(id) => (Some(self.corpus.summary(id).map_err(throw)?), None),
            Err(failure) => (None, Some(failure)),
        };
        to_value(&Step {
            done,
            total,
            added,
            failed,
        })
    }

    /// Passes over the next member of the file opened; `false` when there is none.
    pub fn pass(&mut self) -> bool {
        self.reading
            .as_mut()
            .is_some_and(|members| members.next().is_some())
    }

    /// What was taken for what in the tables of the file opened last: see `Table` in protocol.d.ts.
    ///
    /// # Errors
    /// None that can come about.
    pub fn tables(&self) -> Result<JsValue, JsValue> {
        to_value(&self.reading.as_ref().map(Members::tables).unwrap_or_default())
    }

    /// Reads a document again, the `member` of its file at that place from 0, with other choices: see [`Corpus::open`]. Returns whether the
    /// person's decisions about its blocks are still in force.
    ///
    /// # Errors
    /// Those of opening the file and of reading the member; `unknown-document`, also where there is no such member.
    #[wasm_bindgen(js_name = readAgain)]
    pub fn read_again(
        &mut self,
        document: u32,
        name: &str,
        bytes: Vec<u8>,
        choices: Option<Object>,
        member: usize,
    ) -> Result<bool, JsValue> {
        let mut members = container::open(name, bytes, options(choices)?).map_err(throw)?;
        let draft = match members.nth(member) {
            Some(draft) => draft.map_err(|failure| throw(failure.error))?,
            None => return Err(throw(Error::UnknownDocument(document))),
        };
        self.corpus.read_again(document, draft).map_err(throw)
    }

    /// Takes a document out.
    ///
    /// # Errors
    /// `unknown-document`.
    pub fn remove(&mut self, id: u32) -> Result<(), JsValue> {
        self.corpus.remove(id).map_err(throw)
    }

    /// Puts the decisions about names of an alias file in force, in place of those before; an empty text puts none.
    ///
    /// # Errors
    /// `bad-alias` where a line is no rule: those before stay in force.
    #[wasm_bindgen(js_name = setAliases)]
    pub fn set_aliases(&mut self, text: &str) -> Result<(), JsValue> {
        self.corpus.set_aliases(text.parse().map_err(throw)?);
        Ok(())
    }

    /// Puts a block of a document into the article or out of it, as the person decides; `undefined` leaves it to the program.
    ///
    /// # Errors
    /// `unknown-document` or `unknown-block`.
    #[wasm_bindgen(js_name = setBlock)]
    pub fn set_block(&mut self, document: u32, block: u32, inside: Option<bool>) -> Result<(), JsValue> {
        self.corpus.set_block(document, block, inside).map_err(throw)
    }

    /// The analysis of everything added, as `{ schema, arrays, text, textEnds, documents }`: see `Columns` in protocol.d.ts. The documents
    /// leave some at a time, so that their texts are not all in this memory twice: it never shrinks.
    ///
    /// # Errors
    /// `bad-report` where it does not fit columns, which is a fault of the program.
    pub fn report(&mut self) -> Result<Object, JsValue> {
        let mut documents = Documents::default();
        let report = self.corpus.report_to(|document| documents.push(document));
        let object = in_columns(&report)?;
        Reflect::set(&object, &"documents".into(), &documents.finish()?)?;
        Ok(object)
    }

    /// The answer to a `Question` of protocol.d.ts, as columns too.
    ///
    /// # Errors
    /// `bad-question` where it is none, and those of [`corpus::Corpus::ask`].
    pub fn ask(&self, question: Object) -> Result<Object, JsValue> {
        let question: Question = serde_wasm_bindgen::from_value(question.into())
            .map_err(|why| thrown("bad-question", &why.to_string()))?;
        in_columns(&self.corpus.ask(&question).map_err(throw)?)
    }
}

/// What a caller chose.
fn options(choices: Option<Object>) -> Result<Options, JsValue> {
    let choices: Choices = match choices {
        None => Choices::default(),
        Some(object) => serde_wasm_bindgen::from_value(object.into())
            .map_err(|why| thrown("bad-choice", &why.to_string()))?,
    };
    Ok(Options {
        encoding: choices
            .encoding
            .map(|label| label.parse().map_err(throw))
            .transpose()?,
        tables: choices.tables,
    })
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object)
}

/// Plain objects, with null for what is not there, as in JSON.
fn to_value(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn throw(error: Error) -> JsValue {
    thrown(error.code(), &error.to_string())
}

/// What a caller catches: `{ code, message }`.
fn thrown(code: &str, message: &str) -> JsValue {
    object([("code", code.into()), ("message", message.into())]).map_or_else(|why| why, JsValue::from)
}

/// The version of the core, so that a script can see that it was made for another one.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}
