# The C types of source_search.py. They change its speed, never its results.
cimport cython
from credscore.source cimport Signs

cdef str HEADS, _LAST

cdef class Sources:
    cdef readonly str tape, letters
    cdef str _reversed
    cdef Py_ssize_t _size
    cdef Signs _signs

    @cython.locals(size=Py_ssize_t, stop=Py_ssize_t, at=Py_ssize_t, back=str, passive=cython.bint, clause=cython.bint)
    cpdef object subject(self, Py_ssize_t verb, Py_ssize_t begin)

    cpdef object _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(bare=cython.bint, noun=cython.bint)
    cpdef bint _some_say(self, Py_ssize_t verb)

    cpdef str _some(self, Py_ssize_t at)

    @cython.locals(size=Py_ssize_t, first=Py_ssize_t, back=str)
    cpdef object _beyond_asides(self, Py_ssize_t at, Py_ssize_t stop)

    @cython.locals(size=Py_ssize_t, place=Py_ssize_t, back=str, start=Py_ssize_t, head=Py_ssize_t)
    cpdef object _phrase(self, Py_ssize_t at, Py_ssize_t stop, str verb, Py_ssize_t until=*)

    @cython.locals(letters=str, verb=Py_ssize_t)
    cpdef tuple _trimmed(self, Py_ssize_t start, Py_ssize_t head)

    cpdef object object(self, Py_ssize_t at, Py_ssize_t stop, str verb=*)

    cpdef object _source(self, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, str verb)

    @cython.locals(
        letters=str, tape=str, at=Py_ssize_t, end=Py_ssize_t, kind=str, by=Py_ssize_t, before=str,
        verb=str, known=Signs,
    )
    cpdef object of(self, cue, Py_ssize_t begin, Py_ssize_t stop, bint alone)

    cpdef object _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb)
