#include "judge/message.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace chainrule::judge {
namespace {

using nlohmann::json;

const std::array<std::string, 4> outcomes{"returned", "threw", "not started",
                                          "going on"};

json from_number(double v)
{
    return std::isfinite(v) ? json(v)
           : std::isnan(v)  ? json("nan")
                            : json(v > 0 ? "inf" : "-inf");
}

double to_number(const json& j)
{
    if (j.is_number()) {
        return j.get<double>();
    }
    const auto text = j.get<std::string>();
    const double infinite = std::numeric_limits<double>::infinity();
    if (text == "nan") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (text != "inf" && text != "-inf") {
        throw std::runtime_error("'" + text + "' is no number");
    }
    return text == "inf" ? infinite : -infinite;
}

std::string line_of(const json& j)
{
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

// All that the library throws derives from std::exception.
template <class Read>
auto read_message(const std::string& line, Read read)
{
    try {
        return read(json::parse(line));
    } catch (const std::exception& error) {
        throw std::runtime_error(std::string("no message: ") + error.what());
    }
}

}  // namespace

std::string to_line(const request& r)
{
    return line_of({{"number", r.number},
                    {"exercise", r.exercise},
                    {"question", r.question},
                    {"seed", r.seed},
                    {"steps", r.steps},
                    {"calls", r.calls}});
}

namespace {

json from_calls(const instance& i)
{
    if (!i.calls) {
        return nullptr;
    }
    json all = json::array();
    for (const call& c : *i.calls) {
        json with = json::array();
        for (const double v : c.with) {
            with.push_back(from_number(v));
        }
        all.push_back(json::array({c.of, std::move(with)}));
    }
    return all;
}

std::optional<std::vector<call>> to_calls(const json& j)
{
    if (j.is_null()) {
        return std::nullopt;
    }
    std::vector<call> all;
    for (const json& c : j) {
        all.push_back({c.at(0), {}});
        for (const json& v : c.at(1)) {
            all.back().with.push_back(to_number(v));
        }
    }
    return all;
}

}  // namespace

std::string to_line(const reply& r, bool with_calls)
{
    json all = json::array();
    for (const instance& i : r.instances) {
        json values = json::array();
        for (const quantity& q : i.values) {
            values.push_back(json::array({q.name, from_number(q.value)}));
        }
        all.push_back(std::move(values));
    }
    json line{{"number", r.number},
              {"outcome", outcomes.at(static_cast<std::size_t>(r.end))},
              {"what", r.what},
              {"instances", std::move(all)},
              {"where", r.where}};
    if (with_calls) {
        json calls = json::array();
        for (const instance& i : r.instances) {
            calls.push_back(from_calls(i));
        }
        line["calls"] = std::move(calls);
    }
    return line_of(line);
}

request request_from(const std::string& line)
{
    return read_message(line, [](const json& j) {
        return request{j.at("number"), j.at("exercise"), j.at("question"),
                       j.at("seed"),   j.at("steps"),    j.at("calls")};
    });
}

reply reply_from(const std::string& line)
{
    return read_message(line, [](const json& j) {
        reply r;
        r.number = j.at("number");
        const std::string said = j.at("outcome");
        std::size_t end = 0;
        while (outcomes.at(end) != said) {
            ++end;
        }
        r.end = static_cast<outcome>(end);
        r.what = j.at("what");
        r.where = j.at("where");
        for (const json& values : j.at("instances")) {
            r.instances.emplace_back();
            for (const json& q : values) {
                r.instances.back().values.push_back(
                    {q.at(0), to_number(q.at(1))});
            }
            const std::size_t at = r.instances.size() - 1;
            r.instances.back().calls = j.contains("calls")
                                           ? to_calls(j.at("calls").at(at))
                                           : std::nullopt;
        }
        return r;
    });
}

}  // namespace chainrule::judge
