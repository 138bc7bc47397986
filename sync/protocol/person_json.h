#pragma once

#include "sync/protocol/message.h"

#include <boost/json.hpp>

/// Shared by the messages that name people. Private to this folder.
namespace tashilgar::protocol {

boost::json::object encodePerson(const Person& person);
base::Result<Person> decodePerson(const boost::json::value& value);

} // namespace tashilgar::protocol
