/// \file
/// The house style of every figure: one class over gnuplot.
#pragma once

#include <string>
#include <vector>

namespace chainrule {

/// One point of a curve, in the units of the figure's axes.
struct point {
    double x;
    double y;
};

/// How an axis counts.
enum class scale { linear, logarithmic };

/// The numbers of a picture, row by row from the top, all rows of one length.
using pixels = std::vector<std::vector<double>>;

/// How the numbers of a picture are coloured: from white to black, or by
/// their sign, with white for 0.
enum class shade { dark, by_sign };

/// A figure: two axes and what is drawn between them.
///
/// The title is left to the caption in the text. Curves are labelled at their
/// right end when the ends lie apart, in a key otherwise. Axes and text are
/// drawn in one grey, which the book replaces by the colour of its theme.
class figure {
public:
    /// \param name the file's name without its ending, in `kebab-case`
    /// \throw std::invalid_argument if the name has any other character
    explicit figure(std::string name);

    /// Label the horizontal axis.
    /// \param label what is measured, with its unit
    /// \param s how the axis counts
    /// \return the figure, for the next call
    figure& x_axis(std::string label, scale s = scale::linear);

    /// Label the vertical axis; as `x_axis`.
    /// \param label what is measured, with its unit
    /// \param s how the axis counts
    /// \return the figure, for the next call
    figure& y_axis(std::string label, scale s = scale::linear);

    /// Draw a line through points.
    /// \param label its name in the figure
    /// \param points at least one, all finite, positive on a logarithmic axis
    /// \return the figure, for the next call
    /// \throw std::invalid_argument naming the curve and the point if not
    figure& curve(std::string label, std::vector<point> points);

    /// Draw several lines under one name and in one colour; as `curve`.
    /// \param label their name in the figure
    /// \param lines at least one, each as the points of `curve`
    /// \return the figure, for the next call
    figure& curves(std::string label, std::vector<std::vector<point>> lines);

    /// Draw separate marks; as `curve`.
    /// \param label their name in the figure
    /// \param points at least one, all finite, positive on a logarithmic axis
    /// \return the figure, for the next call
    figure& marks(std::string label, std::vector<point> points);

    /// Draw a dashed grey line to compare with; as `curve`.
    /// \param label its name in the figure
    /// \param points at least one, all finite, positive on a logarithmic axis
    /// \return the figure, for the next call
    figure& guide(std::string label, std::vector<point> points);

    /// Draw a picture, one square for each number, instead of curves. Axes are
    /// drawn if they were given a label, and count rows and columns from 0.
    /// \param p at least one number, all finite
    /// \param by how to colour them
    /// \return the figure, for the next call
    /// \throw std::invalid_argument if not, or the rows differ in length
    figure& picture(pixels p, shade by = shade::dark);

    /// Name the rows of the picture on the vertical axis, from the top.
    /// \param names one for each row
    /// \return the figure, for the next call
    /// \throw std::invalid_argument if there are more or fewer of them
    figure& rows(std::vector<std::string> names);

    /// Name the columns of a picture with named rows, from the left.
    /// \param names one for each column
    /// \return the figure, for the next call
    /// \throw std::invalid_argument if there are more or fewer of them
    figure& columns(std::vector<std::string> names);

    /// Draw it where `draw_figures` said: nowhere, as NAME.svg, or as text.
    /// \throw std::runtime_error if gnuplot does not deliver a whole picture
    void draw() const;

    /// The commands for gnuplot that draw this figure.
    /// \param terminal gnuplot's `set terminal ...` and `set output ...`
    /// \return a whole gnuplot script, data included
    std::string script(const std::string& terminal) const;

private:
    enum class kind { line, mark, guide };
    struct series {
        std::string label;
        std::vector<std::vector<point>> lines;
        kind style;
    };
    struct axis {
        std::string label;
        scale counts = scale::linear;
        /// Where a value lies on the paper, up to a factor.
        double place(double value) const;
    };

    figure& add(series s);
    void check(const series& s) const;
    bool ends_lie_apart() const;
    std::size_t height() const;
    std::string data_blocks() const;
    std::string axis_commands() const;
    std::string picture_commands() const;
    std::string line_commands(const std::string& right_end) const;

    std::string name_;
    axis x_, y_;
    std::vector<series> all_;
    pixels pixels_;
    std::vector<std::string> rows_, columns_;
    shade shade_ = shade::dark;
};

/// Where figures go from now on.
enum class medium { nowhere, svg, text };

/// Choose where `figure::draw` draws.
/// \param where nowhere (the default), as SVG in a folder, or as text on
///     standard output
/// \param folder where SVG files go; it must exist
void draw_figures(medium where, std::string folder = "");

/// Hand a script to gnuplot and wait until it has ended. Without gnuplot in
/// the build this says which figure was skipped.
/// \param name the figure, for messages
/// \param script a whole gnuplot script
/// \return whether gnuplot was there
/// \throw std::runtime_error if gnuplot fails
bool run_gnuplot(const std::string& name, const std::string& script);

}  // namespace chainrule
