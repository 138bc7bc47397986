# cmake -DOUTPUT=x.cpp -DNAMESPACE=a::b -DNAME=kSteps -DFILES=1.sql;2.sql -P embed_migrations.cmake
# Writes a source file with one span of tashilgar::sqlite::Migration, in the order of the files' numbers.
set(rows "")
set(expected 1)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  if(NOT name MATCHES "^0*([0-9]+)_" OR NOT CMAKE_MATCH_1 EQUAL expected)
    message(FATAL_ERROR "${file}: steps are named 0001_..., 0002_... without gaps")
  endif()
  file(READ ${file} sql)
  string(APPEND rows "    {${expected}, \"${name}\", R\"sql(${sql})sql\"},\n")
  math(EXPR expected "${expected} + 1")
endforeach()
file(WRITE ${OUTPUT} "#include \"app/sqlite/migrations.h\"

namespace ${NAMESPACE} {
namespace {
constexpr tashilgar::sqlite::Migration kAll[] = {
${rows}};
}
extern const std::span<const tashilgar::sqlite::Migration> ${NAME};
const std::span<const tashilgar::sqlite::Migration> ${NAME} = kAll;
}
")
