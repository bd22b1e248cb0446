#include "plots/figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "course/files.hpp"
#include "plots/names.hpp"

namespace chainrule {
namespace {

namespace fs = std::filesystem;

medium chosen = medium::nowhere;
fs::path svg_folder;

// Okabe and Ito's palette: told apart by colour-blind readers, and legible
// on white as well as on near-black.
constexpr std::array colours = {"#0072B2", "#D55E00", "#009E73",
                                "#CC79A7", "#E69F00", "#56B4E9"};
// Replaced by the text colour of the page when the picture is woven in.
constexpr const char* grey = "#808080";

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + '"';
}

// gnuplot goes on after a command that it does not understand, and its exit
// code is lost on the way. So the script itself says at the very end of the
// file whether all went well.
constexpr const char* seal = "<!-- whole -->";

std::string sealed(const std::string& script, const fs::path& file)
{
    return script + "unset output\nset print " + quoted(file.string()) +
           " append\nif (GPVAL_ERRNO == 0) { print " + quoted(seal) + " }\n";
}

bool is_sealed(const fs::path& file)
{
    return fs::exists(file) &&
           course::read_file(file).find(seal) != std::string::npos;
}

void draw_svg(const figure& f, const std::string& name, std::size_t height)
{
    if (!fs::is_directory(svg_folder)) {
        throw std::runtime_error("figure " + name + ": there is no folder " +
                                 svg_folder.string());
    }
    const fs::path whole = svg_folder / (name + ".svg");
    const fs::path part = svg_folder / (name + ".svg.part");
    fs::remove(part);
    const std::string terminal =
        "set terminal svg size 540," + std::to_string(height) +
        " dynamic enhanced font 'Helvetica,15' rounded\nset output " +
        quoted(part.string());
    if (!run_gnuplot(name, sealed(f.script(terminal), part))) {
        return;
    }
    if (!is_sealed(part)) {
        fs::remove(part);
        throw std::runtime_error(
            "figure " + name + ": gnuplot drew no whole picture in " +
            svg_folder.string() + "; its message stands above");
    }
    fs::rename(part, whole);
}

}  // namespace

figure::figure(std::string name) : name_(std::move(name))
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (name_.empty() || !std::all_of(name_.begin(), name_.end(), plain)) {
        throw std::invalid_argument("figure name '" + name_ +
                                    "': use lower-case letters, digits and "
                                    "hyphens, as in loss-along-weights");
    }
}

double figure::axis::place(double value) const
{
    return counts == scale::logarithmic ? std::log10(value) : value;
}

figure& figure::x_axis(std::string label, scale s)
{
    x_ = {std::move(label), s};
    return *this;
}

figure& figure::y_axis(std::string label, scale s)
{
    y_ = {std::move(label), s};
    return *this;
}

figure& figure::curve(std::string label, std::vector<point> points)
{
    return add({std::move(label), {std::move(points)}, kind::line});
}

figure& figure::curves(std::string label,
                       std::vector<std::vector<point>> lines)
{
    return add({std::move(label), std::move(lines), kind::line});
}

figure& figure::marks(std::string label, std::vector<point> points)
{
    return add({std::move(label), {std::move(points)}, kind::mark});
}

figure& figure::guide(std::string label, std::vector<point> points)
{
    return add({std::move(label), {std::move(points)}, kind::guide});
}

figure& figure::add(series s)
{
    check(s);
    all_.push_back(std::move(s));
    return *this;
}

void figure::check(const series& s) const
{
    const std::string where = "figure " + name_ + ", '" + s.label + "': ";
    const auto drawable = [&](const point& p) {
        return std::isfinite(x_.place(p.x)) && std::isfinite(y_.place(p.y));
    };
    if (s.lines.empty()) {
        throw std::invalid_argument(where + "no lines to draw");
    }
    for (const std::vector<point>& line : s.lines) {
        if (line.empty()) {
            throw std::invalid_argument(where + "no points to draw");
        }
        const auto bad = std::find_if_not(line.begin(), line.end(), drawable);
        if (bad != line.end()) {
            std::ostringstream message;
            message << where << "the point (" << bad->x << ", " << bad->y
                    << ") is not finite on these axes";
            throw std::invalid_argument(message.str());
        }
    }
}

figure& figure::picture(pixels p, shade by)
{
    const std::string where = "figure " + name_ + ": ";
    if (p.empty() || p.front().empty()) {
        throw std::invalid_argument(where + "the picture has no numbers");
    }
    for (const std::vector<double>& row : p) {
        if (row.size() != p.front().size()) {
            throw std::invalid_argument(where + "a row of the picture has " +
                                        std::to_string(row.size()) +
                                        " numbers, the first has " +
                                        std::to_string(p.front().size()));
        }
        for (const double n : row) {
            if (!std::isfinite(n)) {
                throw std::invalid_argument(
                    where + "a number of the picture is not finite");
            }
        }
    }
    pixels_ = std::move(p);
    shade_ = by;
    return *this;
}

figure& figure::rows(std::vector<std::string> names)
{
    check_names("figure " + name_ + ": ", names, pixels_.size(), " rows");
    rows_ = std::move(names);
    return *this;
}

figure& figure::columns(std::vector<std::string> names)
{
    check_names("figure " + name_ + ": ", names,
                pixels_.empty() ? 0 : pixels_.front().size(), " columns");
    columns_ = std::move(names);
    return *this;
}

std::string figure::picture_commands() const
{
    double largest = 0;
    std::ostringstream out;
    out.precision(4);
    out << "$pixels << EOD\n";
    for (const std::vector<double>& row : pixels_) {
        for (const double n : row) {
            largest = std::max(largest, std::abs(n));
            out << n << " ";
        }
        out << "\n";
    }
    out << "EOD\nunset key\nunset grid\nunset colorbox\n"
        << (rows_.empty() ? "set size ratio -1\n" : "")
        << "set autoscale fix\nset yrange [*:*] reverse\n";
    if (x_.label.empty() && y_.label.empty()) {
        out << "unset border\nunset tics\nset margins 0,0,0,0\n";
    } else {
        out << "set tics scale 0\n";
    }
    name_tics(out, "y", rows_, 0, quoted);
    out << (columns_.empty() ? "" : "set xtics rotate by 90 right\n");
    name_tics(out, "x", columns_, 1, quoted);
    if (shade_ == shade::dark) {
        out << "set palette gray negative\n";
    } else {
        out << "set palette defined (-1 " << quoted(colours[0])
            << ", 0 'white', 1 " << quoted(colours[1]) << ")\nset cbrange ["
            << -largest << ":" << largest << "]\n";
    }
    // With names at its rows it is a table: columns are counted from 1, and
    // what it shows is drawn and not smoothed.
    out << "plot $pixels matrix "
        << (rows_.empty() ? "with image\n"
                          : "using ($1+1):2:3 with image pixels\n");
    return out.str();
}

// Whether each line can have its name beside its end. Two names can be read
// if a fifteenth of the height is between them. A series of several lines has
// several ends, and no place for its name.
bool figure::ends_lie_apart() const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    std::vector<double> ends;
    for (const series& s : all_) {
        if (s.lines.size() > 1) {
            return false;
        }
        for (const point& p : s.lines.front()) {
            low = std::min(low, y_.place(p.y));
            high = std::max(high, y_.place(p.y));
        }
        ends.push_back(y_.place(s.lines.front().back().y));
    }
    std::sort(ends.begin(), ends.end());
    for (std::size_t i = 1; i < ends.size(); ++i) {
        if (ends[i] - ends[i - 1] < (high - low) / 15) {
            return false;
        }
    }
    return true;
}

std::string figure::line_commands(const std::string& right_end) const
{
    std::ostringstream plot;
    std::ostringstream labels;
    const bool direct = ends_lie_apart();
    std::size_t colour = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const series& s = all_[i];
        const bool guide = s.style == kind::guide;
        const std::string paint =
            guide ? grey : colours[colour++ % colours.size()];
        plot << (i == 0 ? "plot " : ", ") << "$data" << i << " with "
             << (s.style == kind::mark ? "points pt 7 ps 1" : "lines lw 2")
             << (guide ? " dt 2" : "") << " lc rgb " << quoted(paint)
             << " title " << (direct ? "''" : quoted(s.label));
        if (direct) {
            labels << "set label " << quoted(s.label) << " at " << right_end
                   << "," << s.lines.front().back().y
                   << " left offset character 1,0 "
                   << "textcolor rgb " << quoted(paint) << "\n";
        }
    }
    return labels.str() + (direct ? "unset key\n" : "") + plot.str() + "\n";
}

std::string figure::data_blocks() const
{
    std::ostringstream out;
    out.precision(10);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        out << "$data" << i << " << EOD\n";
        for (const std::vector<point>& line : all_[i].lines) {
            // An empty line lifts the pen.
            out << (&line == &all_[i].lines.front() ? "" : "\n");
            for (const point& p : line) {
                out << p.x << " " << p.y << "\n";
            }
        }
        out << "EOD\n";
    }
    return out.str();
}

std::string figure::axis_commands() const
{
    std::ostringstream out;
    out << "set encoding utf8\nset border 3 lc rgb '" << grey
        << "'\nset tics nomirror tc rgb '" << grey << "'\nset grid lc rgb '"
        << grey
        << "' lw 0.4 dt 3\nset key outside right top reverse Left samplen "
           "1.5 tc rgb '"
        << grey << "'\nset autoscale xfixmax\n"
        << "set xlabel " << quoted(x_.label) << " tc rgb '" << grey
        << "'\nset ylabel " << quoted(y_.label) << " tc rgb '" << grey
        << "'\n";
    for (const auto& [name, a] : {std::pair{"x", x_}, {"y", y_}}) {
        if (a.counts == scale::logarithmic) {
            out << "set logscale " << name << "\nset format " << name
                << " '10^{%T}'\nset m" << name << "tics 1\n";
        }
    }
    return out.str();
}

std::string figure::script(const std::string& terminal) const
{
    double last = -std::numeric_limits<double>::infinity();
    std::size_t longest = 0;
    for (const series& s : all_) {
        longest = std::max(longest, s.label.size());
        for (const std::vector<point>& line : s.lines) {
            for (const point& p : line) {
                last = std::max(last, p.x);
            }
        }
    }
    std::ostringstream out;
    out << data_blocks() << terminal << "\n" << axis_commands();
    if (ends_lie_apart()) {
        out << "set rmargin " << 4 + longest * 4 / 5 << "\n";
    }
    if (!pixels_.empty()) {
        return out.str() + picture_commands();
    }
    std::ostringstream right_end;
    right_end.precision(10);
    right_end << last;
    out << line_commands(right_end.str());
    return out.str();
}

// A picture without axes, or with named rows, is as high as its rows ask for.
std::size_t figure::height() const
{
    const bool bare = x_.label.empty() && y_.label.empty();
    if (!rows_.empty()) {
        return 120 + 26 * rows_.size() + 6 * longest(columns_);
    }
    return pixels_.empty() || !bare
               ? 340
               : 540 * pixels_.size() / pixels_.front().size();
}

void figure::draw() const
{
    if (all_.empty() && pixels_.empty()) {
        throw std::logic_error("figure " + name_ + " has nothing to draw");
    }
    if (chosen == medium::svg) {
        draw_svg(*this, name_, height());
    } else if (chosen == medium::text) {
        // What the program printed so far must come before the picture.
        std::fflush(stdout);
        run_gnuplot(name_, script("set terminal dumb 78,24 enhanced"));
    }
}

void draw_figures(medium where, std::string folder)
{
    chosen = where;
    svg_folder = std::move(folder);
}

}  // namespace chainrule
