#!/usr/bin/env bash
# What ODK Collect asks of a server, request by request, in curl: the list of forms, a form, its files, and a record with a
# photo that comes in a second request.   collect_session.sh ADDRESS FOLDER
# ADDRESS is that of an app user; FOLDER holds photo.jpg and record.xml, which names it. Answers are left in FOLDER.
set -euo pipefail
address=$1 folder=$2
cd "$folder"
curl() { command curl --silent --show-error --max-time 60 -H 'X-OpenRosa-Version: 1.0' \
  -H 'User-Agent: org.odk.collect.android/v2026.1.0 Dalvik/2.1.0' -H "Date: Tue, 01 Dec 2026 03:00:00 PM GMT" "$@"; }
value() { sed -n "s:.*<$1>\([^<]*\)</$1>.*:\1:p" "$2" | head -n 1; }
expect() { [ "$1" = "$2" ] || { echo "$3: $1, not $2" >&2; exit 1; }; echo "$3: $1"; }

expect "$(curl -o list.xml -w '%{http_code}' "$address/formList")" 200 "GET formList"
expect "$(curl -o form.xml -w '%{http_code}' "$(value downloadUrl list.xml)")" 200 "GET the form"
expect "md5:$(md5sum < form.xml | cut -d' ' -f1)" "$(value hash list.xml)" "its hash"
manifest=$(value manifestUrl list.xml)
if [ -n "$manifest" ]; then
  expect "$(curl -o manifest.xml -w '%{http_code}' "$manifest")" 200 "GET its manifest"
  expect "$(curl -o file -w '%{http_code}' "$(value downloadUrl manifest.xml)")" 200 "GET its first file"
fi

expect "$(curl --head -o head.txt -w '%{http_code}' "$address/submission?deviceID=collect%3Aabc")" 204 "HEAD submission"
grep -qi '^x-openrosa-accept-content-length: [0-9]' head.txt
post() { curl -o answer.xml -w '%{http_code}' -F 'xml_submission_file=@record.xml;type=text/xml' "$@" "$address/submission?deviceID=collect%3Aabc"; }
expect "$(post -F '*isIncomplete*=yes')" 202 "POST the record alone"
expect "$(post -F 'photo.jpg=@photo.jpg;type=image/jpeg')" 201 "POST the record with its photo"
expect "$(post -F 'photo.jpg=@photo.jpg;type=image/jpeg')" 201 "POST all of it again"
grep -q '<OpenRosaResponse' answer.xml
sed 's:</door>: :; s:<door>:<door></door><!-- :; s:<photo>: --><photo>:' record.xml > other.xml
expect "$(curl -o answer.xml -w '%{http_code}' -F 'xml_submission_file=@other.xml;type=text/xml' "$address/submission")" 409 "POST another record under its instanceID"
expect "$(curl -o answer.xml -w '%{http_code}' -F 'nothing=here' "$address/submission")" 400 "POST without a record"
expect "$(curl -o answer.xml -w '%{http_code}' "${address/\/key\/?/\/key\/x}/formList")" 401 "GET formList with another token"
