namespace DcOps.Dashboard.Pages.Facility.Flow;

/// <summary>Where the nodes and bands of an energy flow are drawn, in the units of the picture; heights are proportional to energy.</summary>
/// <param name="Nodes">Left and upper edge and height of each.</param>
/// <param name="Bands">Path of each band with the node that it ends at.</param>
public sealed record FlowLayout(ImmutableArray<(FlowNode Node, double X, double Y, double Height)> Nodes, ImmutableArray<(FlowNode To, string Path)> Bands)
{
    public const int Width = 960;
    public const int Height = 340;
    public const int NodeWidth = 10;

    const int Labels = 190;
    const int Gap = 34;
    const int Top = 14;

    // Room for the words beside a node that is lower than they are.
    const int Bottom = 30;

    public static FlowLayout Of(EnergyFlow flow)
    {
        var columns = flow.Nodes.GroupBy(node => node.Column).OrderBy(column => column.Key).ToList();
        var most = columns.Max(column => column.Count());
        var largest = columns.Max(column => column.Sum(node => node.Energy.WattHours));
        var scale = largest == 0 ? 0 : (Height - Top - Bottom - ((most - 1) * Gap)) / (double)largest;
        var step = columns.Count > 1 ? (Width - Labels - NodeWidth) / (double)(columns.Count - 1) : 0;
        var placed = new Dictionary<string, (FlowNode Node, double X, double Y, double Height)>(StringComparer.Ordinal);
        foreach (var (column, at) in columns.Select((column, at) => (column, at)))
        {
            double y = Top;
            foreach (var node in column)
            {
                var height = Math.Max(1, node.Energy.WattHours * scale);
                placed[node.Key] = (node, at * step, y, height);
                y += height + Gap;
            }
        }

        return new([.. flow.Nodes.Select(node => placed[node.Key])], BandsOf(flow, placed, scale));
    }

    static ImmutableArray<(FlowNode To, string Path)> BandsOf(
        EnergyFlow flow, Dictionary<string, (FlowNode Node, double X, double Y, double Height)> placed, double scale)
    {
        var used = new Dictionary<string, double>(StringComparer.Ordinal);
        var bands = ImmutableArray.CreateBuilder<(FlowNode, string)>();
        foreach (var node in flow.Nodes)
        {
            // What enters runs into the site, everything else out of the node before it.
            var (from, to) = node.Kind == FlowKind.Source ? (node.Key, EnergyFlow.SiteKey) : (node.From, node.Key);
            if (from is null)
                continue;

            var (left, right) = (placed[from], placed[to]);
            var height = Math.Max(1, Energy(node) * scale);
            bands.Add((node, Band(left.X + NodeWidth, left.Y + Take($"{from}>"), right.X, right.Y + Take($">{to}"), height)));

            double Take(string side)
            {
                var at = used.GetValueOrDefault(side);
                used[side] = at + height;
                return at;
            }
        }

        return bands.DrainToImmutable();
    }

    static double Energy(FlowNode node) => node.Energy.WattHours;

    static string Band(double x0, double y0, double x1, double y1, double height)
    {
        var middle = (x0 + x1) / 2;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"M{x0:0.#} {y0:0.#}C{middle:0.#} {y0:0.#} {middle:0.#} {y1:0.#} {x1:0.#} {y1:0.#}V{y1 + height:0.#}C{middle:0.#} {y1 + height:0.#} {middle:0.#} {y0 + height:0.#} {x0:0.#} {y0 + height:0.#}Z");
    }
}
