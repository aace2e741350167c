namespace DcOps.Dashboard.Live.Sheets;

/// <summary>One live value of a page.</summary>
/// <param name="Text">As people read it, in the viewer's language.</param>
/// <param name="Raw">The canonical number or word, invariant; null when unknown.</param>
/// <param name="State">How it is drawn: empty for normal, else <c>stale</c>, <c>missing</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Ages">Whether the text grows older by itself, which viewers count without us.</param>
public readonly record struct Cell(string Text, string? Raw, string State = "", bool Ages = false)
{
    /// <summary>Whether a viewer that shows <paramref name="before"/> must be told.</summary>
    public bool DiffersFrom(Cell before) => Raw != before.Raw || State != before.State || (!Ages && Text != before.Text);
}
