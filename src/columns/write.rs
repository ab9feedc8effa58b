//! The serializer that appends one value to a column.

use serde::ser::{self, Impossible, Serialize};

use super::{Column, NONE, Strings};

/// A value that has no column.
#[derive(Debug, thiserror::Error, PartialEq)]
#[error("{0}")]
pub struct Error(String);

impl ser::Error for Error {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Error(message.to_string())
    }
}

/// Appends one value to `column`, whose type the first value that is not null decides.
pub struct Writer<'a> {
    column: &'a mut Column,
    strings: &'a mut Strings,
}

impl<'a> Writer<'a> {
    pub fn new(column: &'a mut Column, strings: &'a mut Strings) -> Self {
        Writer { column, strings }
    }

    fn float(self, value: f64) -> Result<(), Error> {
        if let Column::Null(count) = *self.column {
            *self.column = Column::Float(vec![f64::NAN; count as usize]);
        }
        let Column::Float(values) = self.column else {
            return Err(mixed("a number"));
        };
        values.push(value);
        Ok(())
    }

    fn list(self) -> Result<List<'a>, Error> {
        if *self.column == Column::Null(0) {
            *self.column = Column::List {
                ends: Vec::new(),
                items: Box::new(Column::Null(0)),
            };
        }
        let Column::List { ends, items } = self.column else {
            return Err(mixed("a list"));
        };
        Ok(List {
            ends,
            items,
            strings: self.strings,
        })
    }

    fn record(self) -> Result<Record<'a>, Error> {
        if let Column::Null(count) = *self.column {
            *self.column = Column::Record {
                present: vec![0; count as usize],
                fields: Vec::new(),
            };
        }
        let Column::Record { present, fields } = self.column else {
            return Err(mixed("an object"));
        };
        Ok(Record {
            present,
            fields,
            strings: self.strings,
            next: 0,
            key: String::new(),
        })
    }
}

fn mixed(found: &str) -> Error {
    Error(format!("{found} stands where other rows have another type"))
}

/// Pushes a value to a column of 32-bit values, which becomes a `$kind` if it only had nulls.
macro_rules! push {
    ($writer:expr, $kind:ident, $value:expr, $said:literal) => {{
        if let Column::Null(count) = *$writer.column {
            *$writer.column = Column::$kind(vec![NONE; count as usize]);
        }
        let Column::$kind(values) = $writer.column else {
            return Err(mixed($said));
        };
        values.push($value);
        Ok(())
    }};
}

/// Appends a null.
fn push_null(column: &mut Column) -> Result<(), Error> {
    match column {
        Column::Null(count) => *count += 1,
        Column::Float(values) => values.push(f64::NAN),
        Column::Integer(values) | Column::Truth(values) | Column::Text(values) => values.push(NONE),
        Column::List { .. } => return Err(mixed("null")),
        Column::Record { present, fields } => {
            present.push(0);
            for (_, field) in fields {
                push_null(field)?;
            }
        }
    }
    Ok(())
}

impl<'a> ser::Serializer for Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Record<'a>;
    type SerializeStruct = Record<'a>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        push!(self, Truth, u32::from(value), "a truth value")
    }
    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u32(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u32(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        push!(self, Integer, value, "a whole number")
    }
    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.float(value as f64)
    }
    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.float(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.float(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.float(value.into())
    }
    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.float(value as f64)
    }
    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.float(value.into())
    }
    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.float(value)
    }
    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        push!(self, Text, self.strings.index(value), "a text")
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error("bytes have no column".into()))
    }
    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Error> {
        push_null(self.column)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error(format!("{name} is an enum with data and has no column")))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Error> {
        self.list()
    }
    fn serialize_tuple(self, _: usize) -> Result<List<'a>, Error> {
        self.list()
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'a>, Error> {
        self.list()
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error(format!("{name} is an enum with data and has no column")))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Record<'a>, Error> {
        self.record()
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Record<'a>, Error> {
        self.record()
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error(format!("{name} is an enum with data and has no column")))
    }
}

/// Appends a list.
pub struct List<'a> {
    ends: &'a mut Vec<u32>,
    items: &'a mut Column,
    strings: &'a mut Strings,
}

impl List<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(Writer::new(self.items, self.strings))
    }

    fn close(self) -> Result<(), Error> {
        self.ends.push(self.items.len() as u32);
        Ok(())
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl ser::SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// Appends a record. The first one decides the fields; the others have the same in the same order.
pub struct Record<'a> {
    present: &'a mut Vec<u32>,
    fields: &'a mut Vec<(String, Column)>,
    strings: &'a mut Strings,
    /// Index of the field expected next.
    next: usize,
    /// The key last read of a map.
    key: String,
}

impl Record<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        if self.next == self.fields.len() && !self.present.contains(&1) {
            let nulls = self.present.len() as u32;
            self.fields.push((name.to_owned(), Column::Null(nulls)));
        }
        let Some((_, column)) = self.fields.get_mut(self.next).filter(|(field, _)| field == name) else {
            return Err(Error(format!("{name} is not a field of the other rows")));
        };
        self.next += 1;
        value.serialize(Writer::new(column, self.strings))
    }

    fn close(self) -> Result<(), Error> {
        if let Some((name, _)) = self.fields.get(self.next) {
            return Err(Error(format!("{name} is missing, which other rows have")));
        }
        self.present.push(1);
        Ok(())
    }
}

impl ser::SerializeStruct for Record<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.push(name, value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

/// A struct with a flattened field serializes as a map.
impl ser::SerializeMap for Record<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let (mut column, mut strings) = (Column::Null(0), Strings::default());
        key.serialize(Writer::new(&mut column, &mut strings))?;
        self.key = strings.text;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let key = std::mem::take(&mut self.key);
        self.push(&key, value)
    }
    fn end(self) -> Result<(), Error> {
        self.close()
    }
}
