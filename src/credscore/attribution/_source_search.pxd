# The C types of source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._verb_gaps cimport aside_end, clause_before, gap_end, infinitive_end
from credscore.attribution._noun_phrases cimport (
    begins_clause, head_after, head_before, is_head, link_before, modified_end, phrase_before, start_before,
)
from credscore.attribution._source_kind cimport Signs, Source, classify, source_of

cdef Py_ssize_t _WINDOW
cdef unsigned int _BESIDE, ACTIVE, BARE, BY, CONDITIONAL, HYPOTHESIS, INVERTING, NEGATION, NOUN
cdef unsigned int OBJECT, ONGOING, SEVERAL, SINGLE, SOME, TO

cdef class Sources:
    cdef readonly str tape, letters
    cdef str _reversed
    cdef Py_ssize_t _size
    cdef Signs _signs
    cdef const unsigned short[::1] _codes
    cdef const unsigned int[::1] _traits

    cdef bint _is(self, Py_ssize_t token, unsigned int trait)

    cdef unsigned int _verb(self, Py_ssize_t token)

    @cython.locals(
        size=Py_ssize_t, back=str, stop=Py_ssize_t, first=Py_ssize_t, at=Py_ssize_t,
        letter=Py_UCS4, beside=cython.uint, relative=Py_ssize_t,
    )
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)

    @cython.locals(gap=Py_ssize_t, found=Source)
    cdef Source _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(size=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, back=str, found=Source, nearest=Source)
    cdef Source _beyond_asides(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(
        back=str, size=Py_ssize_t, near=Py_ssize_t, near_verb=cython.bint, place=Py_ssize_t,
        near_end=Py_ssize_t, far=Py_ssize_t, far_end=Py_ssize_t, link=Py_ssize_t, end=Py_ssize_t,
    )
    cdef Source _phrase(
        self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*, Py_ssize_t until=*
    )

    cdef Source _before(
        self, Py_ssize_t head, Py_ssize_t start, Py_ssize_t end, unsigned int verb
    )

    @cython.locals(bare=cython.bint, noun=cython.bint)
    cdef bint _some_say(self, Py_ssize_t verb)

    cdef str _some(self, Py_ssize_t at)

    @cython.locals(letters=str, verb=Py_ssize_t)
    cdef Py_ssize_t _trimmed(self, Py_ssize_t start, Py_ssize_t head) except -1

    @cython.locals(head=Py_ssize_t)
    cpdef Source object(self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*)

    @cython.locals(kind=str)
    cdef Source _classified(self, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb)

    cpdef Source owner(self, Py_ssize_t genitive, Py_ssize_t begin)

    @cython.locals(
        letters=str, size=Py_ssize_t, before=Py_UCS4,
        verb=cython.uint, after=cython.uint, found=Source, noun=cython.bint, by=Py_ssize_t,
    )
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )

    @cython.locals(known=Signs)
    cdef Source _judged(
        self, Source found, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )

    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb)
