-- Rows for researchers leave with the words of two analysts. Of anything else an analyst approves nothing.
CALL app.allow('approvals', 'analyst', 'insert', 'user_id = @user AND starts_with(subject, ''survey-extract/'')');
