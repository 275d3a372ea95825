# The C types of _name.py. They change its speed, never its results.
cimport cython

cdef double _LOCATIVE
cdef Py_ssize_t _OFTEN, _ALWAYS

@cython.final
cdef class Name:
    cdef Py_ssize_t mentions, places, plural, titled, persons, bodies, owners, full, given, alone
    cdef Py_ssize_t reported, article, paired, quoted, capitals

    @cython.locals(persons=Py_ssize_t, bodies=Py_ssize_t)
    cdef str kind(self, bint plural_form)

@cython.locals(name=Name)
cpdef Name new_name(Py_ssize_t article)
