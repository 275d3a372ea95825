# The C types of source.py. They change its speed, never its results.
cimport cython

cdef unsigned int BARE, BELIEVING, CROWD, FAMILIAR, HIDING, KIN, OFFICIAL, PEOPLE, RUMOR
cdef unsigned int SHOWING, SINGULAR, TALK, VAGUE

cdef class Source:
    cdef public str kind
    cdef public Py_ssize_t start, end
    cdef public bint asserted

@cython.locals(source=Source)
cpdef Source source_of(str kind, Py_ssize_t start, Py_ssize_t end)

cdef class Signs:
    cdef const unsigned int[::1] traits
    cdef object _hidden, _familiar

    @cython.locals(at=Py_ssize_t)
    cpdef bint has(
        self, const unsigned short[::1] codes, Py_ssize_t start, Py_ssize_t end, unsigned int trait
    )

    cpdef bint hides(
        self, const unsigned short[::1] codes, str tape, Py_ssize_t start, Py_ssize_t end
    ) except -1

    cpdef bint knows(
        self, const unsigned short[::1] codes, str tape, Py_ssize_t start, Py_ssize_t end
    ) except -1

@cython.locals(kind=Py_UCS4, first=Py_UCS4, after=Py_UCS4, people=cython.bint, begins=cython.bint, plain=cython.bint)
cpdef str classify(
    Signs known, str letters, str tape, const unsigned short[::1] codes, Py_ssize_t start,
    Py_ssize_t head, Py_ssize_t end, unsigned int verb,
)

cdef Py_UCS4 _letter(str letters, Py_ssize_t at)

@cython.locals(at=Py_ssize_t)
cdef bint _has(str letters, Py_ssize_t start, Py_ssize_t end, Py_UCS4 letter)

@cython.locals(kind=Py_UCS4, first=Py_UCS4, trait=cython.uint, owned=cython.bint)
cdef str _people(
    Signs known, str letters, str tape, const unsigned short[::1] codes, Py_ssize_t start,
    Py_ssize_t head, Py_ssize_t end, unsigned int verb,
)

@cython.locals(joined=cython.bint)
cdef bint _disagree(str letters, Py_ssize_t start, Py_ssize_t head, unsigned int verb)

@cython.locals(named=cython.bint, people=cython.bint, at=Py_ssize_t, before=Py_UCS4, bare=cython.bint)
cdef str _name(str letters, Py_ssize_t start, Py_ssize_t head, unsigned int verb)

@cython.locals(kind=Py_UCS4, first=Py_UCS4, modified=cython.bint)
cdef str _talk(
    Signs known, str letters, const unsigned short[::1] codes, Py_ssize_t start, Py_ssize_t head,
    unsigned int verb,
)
