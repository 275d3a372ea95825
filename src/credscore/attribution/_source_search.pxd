# The C types of _source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._phrases cimport (
    clause_before, gap_end, head_before, link_before, phrase_before, start_before,
)
from credscore.attribution._source_kind cimport Source, Words, kind_of, source_of

cdef Py_ssize_t _WINDOW
cdef str HEADS, NAMES
cdef str _FIRST
cdef unsigned int BELIEVING, GENERIC, SPEAKER
cdef unsigned int _BESIDE, ACTIVE, BARE, BY, CONDITIONAL, HYPOTHESIS, INVERTING, NEGATION, NOUN
cdef unsigned int OBJECT, ONGOING, SEVERAL, SINGLE, SOME, TO

cdef class Sources(Words):
    cpdef list statements(
        self, const int[:, ::1] rows, const Py_ssize_t[::1] begins, const Py_ssize_t[::1] stops,
        list kinds, list names,
    )
    cdef bint _is_definite(self, Source source)
    @cython.locals(at=Py_ssize_t, left=Source, right=Source)
    cdef list _conjuncts(self, Source source, Py_ssize_t begin, Py_ssize_t stop)
    cdef bint _is(self, Py_ssize_t token, unsigned int trait)
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)
    cdef Source _of_relative(self, Py_ssize_t at, Py_ssize_t stop)
    cdef Source _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)
    @cython.locals(end=Py_ssize_t)
    cdef Source _beyond_asides(self, Py_ssize_t at, Py_ssize_t stop)
    @cython.locals(near_verb=cython.bint)
    cdef Source _phrase(
        self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*, Py_ssize_t until=*
    )
    @cython.locals(head=Py_ssize_t)
    cdef Source _of_participle(
        self, Py_ssize_t start, Py_ssize_t end, unsigned int verb
    )
    cdef Source _before(
        self, Py_ssize_t head, Py_ssize_t start, Py_ssize_t end, unsigned int verb
    )
    cdef bint _some_say(self, Py_ssize_t verb)
    cdef Py_ssize_t _trimmed(self, Py_ssize_t start, Py_ssize_t head) except -1
    cpdef Source object(self, Py_ssize_t at, Py_ssize_t stop, unsigned int verb=*)
    cdef Source _classified(
        self, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
    )
    cpdef str credit(self, Py_ssize_t start, Py_ssize_t end)
    cpdef Source owner(self, Py_ssize_t genitive, Py_ssize_t begin)
    @cython.locals(source=Source, noun=cython.bint, first=cython.bint)
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )
    @cython.locals(at=Py_ssize_t, end=Py_ssize_t)
    cdef Source _named_before(self, Source source, Py_ssize_t begin)
    cdef Source _judged(
        self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )
    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb)
