#include <chrono>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <map>
#include <thread>

#include "workbook/answers.hpp"
#include "workbook/commands.hpp"
#include "workbook/process.hpp"

namespace chainrule::workbook {
namespace {

namespace fs = std::filesystem;

// How a file looks from outside. Times alone are too coarse on some disks.
struct look {
    fs::file_time_type time{};
    std::uintmax_t size = 0;
    bool operator==(const look&) const = default;
};

look look_at(const fs::path& file)
{
    std::error_code error;
    look l{fs::last_write_time(file, error), fs::file_size(file, error)};
    return error ? look{} : l;
}

void say_time(const std::string& name)
{
    const std::time_t now = std::time(nullptr);
    std::cout << "\n-- " << std::put_time(std::localtime(&now), "%H:%M:%S")
              << "  " << name << "\n";
}

// Files are asked again and again, because containers and network disks do
// not tell of changes.
constexpr auto pause = std::chrono::milliseconds(150);

}  // namespace

int watch(const setting& s, const std::string& asked)
{
    const auto all = chapters_of(s.source);
    remember_interrupts();
    check(s, asked);
    std::map<std::string, look> judged;
    const std::string wanted =
        asked.empty() ? "" : asked_for(all, asked).of.name;
    for (const chapter& c : all) {
        judged[c.name] = look_at(answer_file(s.answers, c));
    }
    if (!interrupted()) {
        std::cout << "\nWatching " << s.answers.string()
                  << ". Save a file and it is judged. Ctrl-C ends this."
                  << std::endl;
    }
    while (!interrupted()) {
        std::this_thread::sleep_for(pause);
        for (const chapter& c : all) {
            const look now = look_at(answer_file(s.answers, c));
            if (now == judged[c.name] || now == look{} ||
                (!wanted.empty() && wanted != c.name)) {
                continue;
            }
            // An editor may still be writing.
            std::this_thread::sleep_for(pause / 3);
            if (look_at(answer_file(s.answers, c)) != now) {
                continue;
            }
            judged[c.name] = now;
            say_time(shown_name(s.answers, c));
            check(s, wanted.empty() ? c.number() : asked);
            std::cout << std::flush;
        }
    }
    std::cout << "\nNo longer watching.\n";
    return 0;
}

}  // namespace chainrule::workbook
