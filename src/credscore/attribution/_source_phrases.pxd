# The C types of _source_phrases.py. They change its speed, never its results.
cimport cython
from credscore.attribution._source_kind cimport kind_of
from credscore.attribution._words cimport Source, Words, head_before, link_before, phrase_before, source_of, start_before

cdef str DETERMINERS, FIRST, NAMES, PREPOSITIONS
cdef Py_ssize_t _WINDOW
cdef str _PREDICATES
cdef unsigned int ASPECT, CAPITAL, GENERIC, BESIDE, ONGOING, SEVERAL, SINGLE, SOME

cdef class SourcePhrases(Words):
    @cython.locals(
        indefinite=cython.bint, near_verb=cython.bint, participle=cython.bint,
        placed=cython.bint, beside_noun=cython.bint
    )
    cdef Source _phrase(
        self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*, Py_ssize_t until=*
    )
    cdef Source _source_from_reversed(
        self, Py_ssize_t head, Py_ssize_t start, Py_ssize_t end, unsigned int verb
    )
    cdef Py_ssize_t _trimmed(self, Py_ssize_t start, Py_ssize_t head) except -1
    cpdef Source object(self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*)
    cdef Source _classified(
        self, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
    )
    @cython.locals(inside=cython.bint)
    cdef list _conjuncts(self, Source source, Py_ssize_t begin, Py_ssize_t stop)
    @cython.locals(end=Py_ssize_t)
    cdef Source _source_before_asides(self, Py_ssize_t at, Py_ssize_t stop)
    @cython.locals(size=Py_ssize_t, role=cython.bint)
    cdef bint _is_named_role(self, Py_ssize_t far, Py_ssize_t near) except -1
    @cython.locals(informs=cython.bint)
    cdef Source _of_participle(self, Py_ssize_t start, Py_ssize_t end, unsigned int verb)
    cdef Source _name_before(self, Source source, Py_ssize_t begin)
    @cython.locals(letters=str, start=Py_ssize_t, named=Source)
    cdef Source _officer(self, Source source, Py_ssize_t begin)
    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t joint, bint second)
    cdef Source _of_relative(self, Py_ssize_t at, Py_ssize_t stop)
    cdef Source _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)
