# The C types of _source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._phrases cimport (
    clause_before, gap_end, head_before, link_before, phrase_before, start_before,
)
from credscore.attribution._source_kind cimport Source, Words, kind_of, source_of

cdef Py_ssize_t _WINDOW
cdef str HEADS, NAMES
cdef unsigned int _BESIDE, ACTIVE, BARE, BY, CONDITIONAL, HYPOTHESIS
cdef unsigned int INVERTING, NEGATION, NOUN
cdef unsigned int OBJECT, ONGOING, SEVERAL, SINGLE, SOME, TO

cdef class Sources(Words):
    @cython.locals(
        statements=list, row=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, rule=Py_ssize_t,
        begin=Py_ssize_t, stop=Py_ssize_t, last=Py_ssize_t, source=Source, cue=str, values=tuple,
    )
    cpdef list statements(
        self, const int[:, ::1] rows, const Py_ssize_t[::1] begins, const Py_ssize_t[::1] stops,
        list kinds, list names,
    )

    cdef bint _is(self, Py_ssize_t token, unsigned int trait)

    @cython.locals(
        size=Py_ssize_t, back=str, stop=Py_ssize_t, first=Py_ssize_t, at=Py_ssize_t,
        letter=Py_UCS4, beside=cython.uint, relative=Py_ssize_t,
    )
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)

    @cython.locals(gap=Py_ssize_t, source=Source)
    cdef Source _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(size=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, back=str, source=Source, nearest=Source)
    cdef Source _beyond_asides(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(
        back=str, size=Py_ssize_t, near=Py_ssize_t, near_verb=cython.bint, place=Py_ssize_t,
        near_end=Py_ssize_t, several=cython.bint, far=Py_ssize_t, far_end=Py_ssize_t, link=Py_ssize_t, end=Py_ssize_t,
    )
    cdef Source _phrase(
        self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*, Py_ssize_t until=*
    )

    cdef Source _before(
        self, Py_ssize_t head, Py_ssize_t start, Py_ssize_t end, unsigned int verb
    )

    @cython.locals(bare=cython.bint, noun=cython.bint)
    cdef bint _some_say(self, Py_ssize_t verb)

    @cython.locals(letters=str, verb=Py_ssize_t)
    cdef Py_ssize_t _trimmed(self, Py_ssize_t start, Py_ssize_t head) except -1

    @cython.locals(head=Py_ssize_t)
    cpdef Source object(self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*)

    @cython.locals(kind=str)
    cdef Source _classified(self, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb)

    cpdef Source owner(self, Py_ssize_t genitive, Py_ssize_t begin)

    @cython.locals(
        letters=str, size=Py_ssize_t, before=Py_UCS4,
        verb=cython.uint, after=cython.uint, noun=cython.bint, by=Py_ssize_t,
    )
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )

    @cython.locals(
        unsaid=cython.bint, nobody=cython.bint
    )
    cdef Source _judged(
        self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )

    @cython.locals(stop=Py_ssize_t, source=Source)
    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb)
