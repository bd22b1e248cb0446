#include "weave/links.hpp"

#include <map>
#include <regex>
#include <set>

#include "course/files.hpp"
#include "weave/text.hpp"

namespace chainrule::weave {
namespace {

namespace fs = std::filesystem;

struct page {
    std::string text;
    std::set<std::string> anchors;
};

// Scripts and stylesheets hold text that only looks like links.
std::string without_scripts(const std::string& text)
{
    std::string out;
    for (std::size_t at = 0;;) {
        std::size_t begin = text.find("<script", at);
        begin = begin == text.npos ? begin : text.find('>', begin);
        if (begin == text.npos) {
            return out + text.substr(at);
        }
        out += text.substr(at, begin + 1 - at);
        const std::size_t end = text.find("</script>", begin);
        if (end == text.npos) {
            return out;
        }
        at = end;
    }
}

// The bytes of pictures inside a page lead nowhere, and are too many for a
// regular expression of the standard library.
std::string without_bytes(std::string text)
{
    const std::string begin = ";base64,";
    for (std::size_t at = text.find(begin); at != text.npos;
         at = text.find(begin, at)) {
        at += begin.size();
        text.erase(at, text.find_first_of("'\"", at) - at);
    }
    return text;
}

template <class Visit>
void for_each(const std::string& text, const char* pattern, Visit visit)
{
    const std::regex expression(pattern);
    for (std::sregex_iterator i(text.begin(), text.end(), expression), end;
         i != end; ++i) {
        visit(*i);
    }
}

page read_page(const fs::path& file, std::vector<std::string>& bad)
{
    page p;
    std::set<std::string> ids;
    p.text = without_bytes(without_scripts(course::read_file(file)));
    for_each(p.text, "\\s(id|name)=[\"']([^\"']+)[\"']",
             [&](const std::smatch& m) {
                 p.anchors.insert(m[2]);
                 if (m[1] == "id" && !ids.insert(m[2]).second) {
                     bad.push_back(file.filename().string() + ": two ids '" +
                                   m[2].str() + "'");
                 }
             });
    return p;
}

bool leads_out(const std::string& target)
{
    return std::regex_search(target, std::regex("^([a-z]+:|//)"));
}

class checker {
public:
    explicit checker(const fs::path& folder) : folder_(folder)
    {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".html") {
                pages_[entry.path().filename().string()] =
                    read_page(entry.path(), report_.bad);
            }
        }
    }

    link_report check()
    {
        report_.pages = static_cast<int>(pages_.size());
        for (const auto& [name, p] : pages_) {
            for_each(p.text,
                     "<(\\w+)[^>]*?\\s(?:href|src)=[\"']([^\"']*)[\"']",
                     [&, n = name](const std::smatch& m) {
                         visit(n, m[1], m[2]);
                     });
        }
        return report_;
    }

private:
    void visit(const std::string& from, const std::string& element,
               const std::string& target)
    {
        ++report_.links;
        if (leads_out(target)) {
            if (element != "a" && !target.starts_with("data:")) {
                report_.bad.push_back(from + ": loads " + target);
            }
            return;
        }
        const std::size_t hash = target.find('#');
        const std::string file =
            hash == 0 ? from : target.substr(0, target.find_first_of("#?"));
        if (!fs::exists(folder_ / file)) {
            report_.bad.push_back(from + ": there is no " + target);
        } else if (hash != target.npos && hash + 1 < target.size()) {
            anchor(from, file, target.substr(hash + 1));
        }
    }

    void anchor(const std::string& from, const std::string& file,
                const std::string& name)
    {
        const auto at = pages_.find(file);
        if (at == pages_.end() || at->second.anchors.count(name) == 0) {
            report_.bad.push_back(from + ": " + file + " has no anchor #" +
                                  name);
        }
    }

    fs::path folder_;
    std::map<std::string, page> pages_;
    link_report report_;
};

}  // namespace

link_report check_links(const fs::path& folder)
{
    return checker(folder).check();
}

}  // namespace chainrule::weave
