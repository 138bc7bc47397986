#pragma once

#include <string>
#include <vector>

/// The documents of the OpenRosa interfaces, written. Spec: https://docs.getodk.org/openrosa-form-list/
namespace tashilgar::hub::api::openrosa {

struct ListedForm {
    std::string id, version, name;
    std::string md5;
    std::string downloadUrl;
    std::string manifestUrl; ///< empty where the form needs no file
};
std::string formListDocument(const std::vector<ListedForm>& forms);

struct ListedFile {
    std::string name;
    std::string md5; ///< of an entity list, a mark that changes when the list does
    std::string downloadUrl;
    std::string integrityUrl; ///< of an entity list
    bool entityList = false;
};
std::string manifestDocument(const std::vector<ListedFile>& files);

struct EntityState {
    std::string id;
    bool deleted = false;
};
std::string integrityDocument(const std::vector<EntityState>& entities);

} // namespace tashilgar::hub::api::openrosa
